#!/usr/bin/env bash
# citeproc-js (npm "citeproc") makes no initials of names that begin with a letter of the Kazakh alphabet alone.
#
# Expected: with initialize-with=". " every given name becomes an initial, "Айлақ, Ә." as "Айлақ, А.".
# Seen:     Ә, Ғ, Қ, Ң, Ө, Ұ, Ү and Һ are not taken for capitals: the given name stays whole, behind two blanks.
#           А, Ё and the Kazakh І, which Ukrainian has too, become initials; so in one list both kinds stand together.
#
# The version is pinned (2.4.63 on npm calls itself 1.4.61). When raising it, print all capitals of Unicode that stay
# whole: Latin letters with a dot below (Ọ, Ḥ) do too.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init --yes >npm.log
npm install --no-audit --no-fund --silent citeproc@2.4.63 >>npm.log

cat >style.csl <<'XML'
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Names</title><id>names</id><updated>2020-01-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout>
    <names variable="author"><name initialize-with=". " name-as-sort-order="all"/></names>
  </layout></bibliography>
</style>
XML
cat >locale.xml <<'XML'
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
  <style-options punctuation-in-quote="true"/><terms><term name="and">and</term><term name="et-al">et al.</term></terms>
</locale>
XML

cat >initials.cjs <<'JS'
const { readFileSync } = require('node:fs')
const CSL = require('citeproc')

function reference(given) {
  const item = { id: 'one', type: 'book', title: 'Quays', author: [{ family: 'Айлақ', given }] }
  const system = { retrieveLocale: () => readFileSync('locale.xml', 'utf8'), retrieveItem: () => item }
  const engine = new CSL.Engine(system, readFileSync('style.csl', 'utf8'), 'en-US')
  engine.setOutputFormat('text')
  engine.updateItems(['one'])
  return engine.makeBibliography()[1].join('').trim()
}

console.log('citeproc', require('citeproc/package.json').version, 'processor', CSL.PROCESSOR_VERSION)
let asDescribed = true
for (const letter of 'ӘҒҚҢӨҰҮҺ') {
  const printed = reference(`${letter}сем`)
  console.log(`kept whole: "${printed}"`)
  asDescribed &&= printed === `Айлақ,  ${letter}сем`
}
for (const letter of 'АЁІ') {
  const printed = reference(`${letter}сем`)
  console.log(`initial:    "${printed}"`)
  asDescribed &&= printed === `Айлақ, ${letter}.`
}
console.log(asDescribed ? 'As described.' : 'Not as described: something has changed.')
process.exit(asDescribed ? 0 : 1)
JS
node initials.cjs
