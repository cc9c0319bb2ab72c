// Zip files whose parts lie in them as they are: the same parts give the same bytes.

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit += 1) { value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1; }
  return value;
});

/** @param {Bytes} bytes */
function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) { value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8); }
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * Numbers of two or four bytes, the lowest byte first.
 * @param {readonly [bytes: 2 | 4, value: number][]} fields
 */
function packed(fields) {
  const made = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) { made.setUint16(at, value, true); } else { made.setUint32(at, value, true); }
    at += bytes;
  }
  return new Uint8Array(made.buffer);
}

/** @param {readonly Bytes[]} parts */
function together(parts) {
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}

// 1 January 1980, the first day of zips: a file has no time of its own.
const DAY = 33;
const UTF8 = 0x800;

/**
 * A zip (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3) of parts in their order.
 * @param {readonly [path: string, content: string | Bytes][]} parts
 */
export function zipped(parts) {
  const encoder = new TextEncoder();
  /** @type {Bytes[]} */
  const files = [];
  /** @type {Bytes[]} */
  const directory = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = encoder.encode(path);
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    /** @type {[2 | 4, number][]} */
    const common = [[2, 20], [2, UTF8], [2, 0], [2, 0], [2, DAY], [4, checksum(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]];
    const file = together([packed([[4, 0x04034b50], ...common]), name, bytes]);
    directory.push(together([packed([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), name]));
    files.push(file);
    offset += file.length;
  }
  const listed = together(directory);
  const end = packed([[4, 0x06054b50], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, listed.length], [4, offset], [2, 0]]);
  return together([...files, listed, end]);
}
