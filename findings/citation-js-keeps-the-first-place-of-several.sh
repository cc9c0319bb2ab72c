#!/usr/bin/env bash
# citation-js makes an array of several places or publishers of a BibLaTeX entry, of which its own styles print the first.
#
# Expected: "location" and "publisher" are lists in BibLaTeX, whose values stand apart by "and" (manual of biblatex, 2.2.1);
#           in CSL JSON "publisher-place" and "publisher" are texts, so both values stand in one: "Almaty; Astana".
# Seen:     ["Almaty", "Astana"] and two publishers likewise, which the schema of CSL JSON refuses. References, and the
#           item written as RIS or BibTeX again, have the first alone.
#
# Versions are pinned. When raising them, look for LIST in the package's lib/mapping, then run this again.
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
const item = book('author = {Quayside, Ada}, date = {2019}, location = {Almaty and Astana}, publisher = {Harbour House and River Press}')
const { publisher, 'publisher-place': place } = item.data[0]
console.log(`publisher-place = ${JSON.stringify(place)}, publisher = ${JSON.stringify(publisher)}`)
asDescribed &&= Array.isArray(place) && place.length === 2 && Array.isArray(publisher) && publisher.length === 2
for (const [form, text] of [
  ['Vancouver', item.format('bibliography', { template: 'vancouver' }).trim()],
  ['RIS', item.format('ris').split('\n').filter(line => /^(CY|PB) /.test(line)).join(' | ')],
  ['BibTeX', item.format('bibtex').split('\n').filter(line => /address|publisher/.test(line)).map(line => line.trim()).join(' ')],
]) {
  console.log(`${form}: ${text}`)
  asDescribed &&= /Almaty/.test(text) && /Harbour House/.test(text) && !/Astana|River Press/.test(text)
}
console.log(asDescribed ? 'As described.' : 'Not as described: something has changed.')
process.exit(asDescribed ? 0 : 1)
JS
node read.mjs
