#!/usr/bin/env bash
# citation-js takes a decade or century of a BibLaTeX entry for its first year, and a date with an open end for none.
#
# Expected: "198X" is some year from 1980 to 1989 and "19XX" one of that century (EDTF level 1, which the manual of biblatex, 2.3.8, reads):
#           a span, "circa", or the text; "1997/" begins in 1997, as biblatex and pandoc print it.
# Seen:     the plain years 1980 and 1900, printed as such; "1997/" becomes date-parts [[1997], null], which the schema of CSL
#           JSON refuses, and the reference says "n.d.". Closed spans are right.
#
# Versions are pinned. When raising them, try "/2001" too (0.8.2 refuses the whole entry).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init --yes >npm.log
npm install --no-audit --no-fund --silent @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 @citation-js/plugin-csl@0.8.2 \
  @citation-js/plugin-ris@0.8.2 >>npm.log

cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'

const version = name => JSON.parse(readFileSync(`node_modules/@citation-js/${name}/package.json`)).version
console.log(['core', 'plugin-bibtex', 'plugin-csl', 'plugin-ris'].map(name => `@citation-js/${name} ${version(name)}`).join(', '))
const book = fields => new Cite(`@book{a, title = {Tides}, ${fields}}`)
let asDescribed = true
for (const [date, parts, printed] of [
  ['198X', '[[1980]]', '(1980)'],
  ['19XX', '[[1900]]', '(1900)'],
  ['1997/', '[[1997],null]', '(n.d.)'],
  ['1998/2001', '[[1998],[2001]]', '(1998–2001)'],
]) {
  const item = book(`author = {Quayside, Ada}, date = {${date}}`)
  const { issued } = item.data[0]
  const reference = item.format('bibliography', { template: 'apa' }).trim()
  console.log(`${date}: ${JSON.stringify(issued)}; ${reference}`)
  asDescribed &&= JSON.stringify(issued) === `{"date-parts":${parts}}` && reference.includes(printed)
}
console.log(asDescribed ? 'As described.' : 'Not as described: something has changed.')
process.exit(asDescribed ? 0 : 1)
JS
node read.mjs
