#!/usr/bin/env bash
# citation-js puts the translated title of a RIS record (TT) in place of its own title (TI).
#
# Expected: the title of the item is TI, in whatever order the lines stand; TT is a second, translated title.
# Seen:     the title is TT, and TI becomes "original-title". Written out as RIS again the record has the
#           translation as its title, the printed title under OP (in RIS: original publication) and no TT.
#
# Versions are pinned. When raising them, look for "TT" in the package's lib/spec/new.json, then run this again:
# it fails as soon as the title stays.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init --yes >npm.log
npm install --no-audit --no-fund --silent @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 >>npm.log

cat >item.ris <<'RIS'
TY  - BOOK
TI  - Речной порт и его город
TT  - The River Port and Its Town
AU  - Quayside, Ada
PY  - 2019
LA  - ru
ER  - 
RIS

cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-ris'

const version = name => JSON.parse(readFileSync(`node_modules/@citation-js/${name}/package.json`)).version
console.log(`@citation-js/core ${version('core')}, @citation-js/plugin-ris ${version('plugin-ris')}`)
const lines = readFileSync('item.ris', 'utf8').split('\n')
const other = [lines[0], lines[2], lines[1], ...lines.slice(3)]
let asDescribed = true
for (const [order, text] of [['TI first', lines.join('\n')], ['TT first', other.join('\n')]]) {
  const item = new Cite(text)
  const { title, 'original-title': original } = item.data[0]
  const written = item.format('ris').split('\n').filter(line => /^(TI|TT|OP) /.test(line)).sort()
  console.log(`${order}: title = ${title}; original-title = ${original}`)
  console.log(`  written again: ${written.join(' | ')}`)
  asDescribed &&= title === 'The River Port and Its Town' && original === 'Речной порт и его город'
  asDescribed &&= written.join() === 'OP  - Речной порт и его город,TI  - The River Port and Its Town'
}
console.log(asDescribed ? 'As described.' : 'Not as described: something has changed.')
process.exit(asDescribed ? 0 : 1)
JS
node read.mjs
