// The icons that the form shows, out of the font that has them all: 4,000 glyphs weigh more than the form's own code.
//
// An icon is a ligature: its name in letters becomes its glyph. A name is found where the code quotes it or puts it into an element.

import fontverter from "fontverter";
import { Blob, Buffer, Face, Font, shape } from "harfbuzzjs";
import subsetFont from "subset-font";

const NAMES = /(?<=["'`>])[a-z0-9]+(?:_[a-z0-9]+)*(?=["'`<])/g;
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_";
/** Where a font of icons has them beside their names: the private use area of Unicode. */
const PRIVATE = 0xe000;

/** The glyphs that a text becomes. @param {Font} font @param {string} text @returns {number[]} */
function glyphs(font, text) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer.getGlyphInfos().map(({ codepoint }) => codepoint);
}

/** @param {Uint8Array} woff2 @returns {Promise<{face: Face, font: Font}>} */
async function opened(woff2) {
  const sfnt = await fontverter.convert(woff2, "sfnt");
  const face = new Face(new Blob(sfnt.buffer.slice(sfnt.byteOffset, sfnt.byteOffset + sfnt.length)));
  return { face, font: new Font(face) };
}

/**
 * The font with the icons alone that the code names. Throws where a name would be shown in letters.
 * @param {Uint8Array} woff2 @param {string} code @returns {Promise<Uint8Array>}
 */
export async function ofCode(woff2, code) {
  const { face, font } = await opened(woff2);
  const letters = new Map([...face.collectUnicodes()].filter((point) => point >= PRIVATE).map((point) => [glyphs(font, String.fromCodePoint(point))[0], point]));
  const named = [...new Set(code.match(NAMES))].map((name) => ({ name, found: glyphs(font, name) }));
  const icons = named.filter(({ name, found }) => name.length > 1 && found.length === 1 && letters.has(found[0]));
  const kept = icons.map(({ found }) => String.fromCodePoint(letters.get(found[0])));
  const small = await subsetFont(woff2, LETTERS + kept.join(""), { targetFormat: "woff2", noLayoutClosure: true });
  const { font: again } = await opened(small);
  const lost = icons.filter(({ name }) => glyphs(again, name).length !== 1).map(({ name }) => name);
  if (!icons.length || lost.length) {
    throw new Error(`the font of icons lost ${lost.join(", ") || "all of them"}: look again at how it names them`);
  }
  return small;
}
