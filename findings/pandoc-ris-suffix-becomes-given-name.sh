#!/usr/bin/env bash
# pandoc's RIS reader exchanges the given name and the suffix of a person.
#
# Expected: RIS writes a name as "Family, Given, Suffix", so "Quayside, Ada, Jr." is the given name Ada
#           and the suffix Jr.
# Seen:     given name "Jr.", suffix "Ada", in CSL JSON and in the BibTeX that pandoc makes of it. BibTeX has the
#           suffix in the middle ("Quayside, Jr., Ada"), and it looks as if the reader took the line by that rule:
#           the same person from a .bib file, the control here, is right. So are names without a suffix.
#
# Versions are pinned: pypandoc-binary 1.17 holds pandoc 3.9. When raising them, try a name with "III" as well.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc-binary==1.17 2>pip.log || { cat pip.log; exit 1; }
PYPANDOC_PANDOC=$(echo "$folder"/env/lib/python3*/site-packages/pypandoc/files/pandoc)  # not one that is installed
export PYPANDOC_PANDOC

cat >read.py <<'PY'
import json
import sys

import pypandoc

RIS = """TY  - BOOK
TI  - The River Port
AU  - Quayside, Ada, Jr.
AU  - Harbour, Ben
PY  - 2019
ER  - 
"""
BIB = "@book{port, title = {The River Port}, author = {Quayside, Jr., Ada and Harbour, Ben}, year = {2019}}"


def names(text: str, form: str) -> list[dict[str, str]]:
    return json.loads(pypandoc.convert_text(text, "csljson", format=form))[0]["author"]


print("pandoc", pypandoc.get_pandoc_version())
from_ris, from_bib = names(RIS, "ris"), names(BIB, "bibtex")
written = pypandoc.convert_text(RIS, "bibtex", format="ris")
author = next(line.strip() for line in written.splitlines() if "author" in line)
print("from RIS:   ", from_ris)
print("from BibTeX:", from_bib)
print("RIS written as BibTeX:", author)
as_described = (
    from_ris[0] == {"family": "Quayside", "given": "Jr.", "suffix": "Ada"}
    and from_bib[0] == {"family": "Quayside", "given": "Ada", "suffix": "Jr."}
    and "{Quayside Ada, Jr. and" in author
    and from_ris[1] == from_bib[1] == {"family": "Harbour", "given": "Ben"}
)
print("As described." if as_described else "Not as described: something has changed.")
sys.exit(0 if as_described else 1)
PY
env/bin/python read.py
