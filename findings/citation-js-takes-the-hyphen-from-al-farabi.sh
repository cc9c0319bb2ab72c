#!/usr/bin/env bash
# citation-js parts a family name at its hyphen where what stands before it is in small letters: al-Farabi.
#
# Expected: al-Farabi is one word, so BibTeX takes it whole for the family name, and references print "al-Farabi, A. N.";
#           "de la Cruz" has a particle of two words, which stays before the name in every format.
# Seen:     family "Farabi" and particle "al", printed as "al Farabi, A. N." without the hyphen (in Kazakh: әл Фараби); written
#           as BibTeX again it is {al Farabi, Abu Nasr}. Written as RIS every particle is lost: "AU  - Farabi, Abu Nasr" and
#           "AU  - Cruz, Ada". A name in braces, {al-Farabi}, stays whole.
#
# Versions are pinned. When raising them, try d'Alembert and ibn-Sina too.
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
for (const [name, family, particle, printed, ris] of [
  ['al-Farabi, Abu Nasr', 'Farabi', 'al', 'al Farabi, A. N.', 'Farabi, Abu Nasr'],
  ['Abu Nasr al-Farabi', 'Farabi', 'al', 'al Farabi, A. N.', 'Farabi, Abu Nasr'],
  ['әл-Фараби, Насыр', 'Фараби', 'әл', 'әл Фараби, Н.', 'Фараби, Насыр'],
  ['de la Cruz, Ada', 'Cruz', 'de la', 'de la Cruz, A.', 'Cruz, Ada'],
  ['{al-Farabi}, Abu Nasr', 'al-Farabi', undefined, 'al-Farabi, A. N.', 'al-Farabi, Abu Nasr'],
]) {
  const item = book(`author = {${name}}, year = {2019}`)
  const [author] = item.data[0].author
  const reference = item.format('bibliography', { template: 'apa' }).trim()
  const written = item.format('ris').match(/^AU {2}- (.*)$/m)[1]
  console.log(`${name}: ${JSON.stringify(author)}; APA: ${reference}; RIS: AU  - ${written}`)
  asDescribed &&= author.family === family && author['non-dropping-particle'] === particle
  asDescribed &&= reference.startsWith(`${printed} (2019)`) && written === ris
}
console.log(asDescribed ? 'As described.' : 'Not as described: something has changed.')
process.exit(asDescribed ? 0 : 1)
JS
node read.mjs
