#!/usr/bin/env bash
# pandoc's RIS reader takes the ISBN of a book for an ISSN, and the place of publication for nothing.
#
# Expected: RIS has one tag for both numbers, SN: of a TY - BOOK it is the ISBN; CY is the place of publication.
# Seen:     "ISSN": "978-5-93286-159-8" in CSL JSON, issn = {…} in the BibLaTeX that is made of it, no ISBN; no place.
#           The same book from a .bib file, the control here, has its ISBN and its place.
#
# Versions are pinned: pypandoc-binary 1.17 holds pandoc 3.9. When raising them, try TY - CHAP and RPRT as well.
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

ISBN = "978-5-93286-159-8"
RIS = f"""TY  - BOOK
TI  - Tides
AU  - Quayside, Ada
PY  - 2019
CY  - Port Town
PB  - Harbour Press
SN  - {ISBN}
ER  - 
"""
BIB = f"@book{{t, title = {{Tides}}, author = {{Quayside, Ada}}, date = {{2019}}, location = {{Port Town}}, publisher = {{Harbour Press}}, isbn = {{{ISBN}}}}}"


def told(text: str, form: str) -> tuple[object, object, object]:
    item = json.loads(pypandoc.convert_text(text, "csljson", format=form))[0]
    return item.get("ISBN"), item.get("ISSN"), item.get("publisher-place")


print("pandoc", pypandoc.get_pandoc_version())
ris, bib = told(RIS, "ris"), told(BIB, "biblatex")
biblatex = pypandoc.convert_text(RIS, "biblatex", format="ris")
print("RIS:      ISBN, ISSN, place =", ris)
print("BibLaTeX: ISBN, ISSN, place =", bib)
as_described = ris == (None, ISBN, None) and bib == (ISBN, None, "Port Town") and f"issn = {{{ISBN}}}" in biblatex
print("As described." if as_described else "Not as described: something has changed.")
sys.exit(not as_described)
PY
env/bin/python read.py
