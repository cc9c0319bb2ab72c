#!/usr/bin/env bash
# Typst prints the last year of a span of years, and no year at all for a season.
#
# Expected: BibLaTeX dates may be spans, "1998/2001", and seasons, "2019-21" (spring 2019). A reader that takes .bib
#           files prints "1998-2001", or the year in which the work began, and 2019. pandoc 3.9 prints both so.
# Seen:     2001 alone, for a span of months the year, for a span without an end ("1998/") its start; a season is
#           printed "n.d.", although its year is known. No warning is given.
#
# The version is pinned. When raising it, try the dates in a style that prints months, and 2019-24 (winter).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check typst==0.15.2 2>pip.log || { cat pip.log; exit 1; }

cat >works.bib <<'BIB'
@book{span,   author = {Quayside, Ada}, title = {Tides}, publisher = {Lantern}, date = {1998/2001}}
@book{open,   author = {Quayside, Ada}, title = {Locks}, publisher = {Lantern}, date = {1997/}}
@book{season, author = {Quayside, Ada}, title = {Piers}, publisher = {Lantern}, date = {2019-21}}
@book{month,  author = {Quayside, Ada}, title = {Boats}, publisher = {Lantern}, date = {2018-05}}
BIB
echo '#bibliography("works.bib", style: "apa", full: true, title: none)' >works.typ

cat >references.py <<'PY'
import re
import sys
from importlib.metadata import version

import typst

SEEN = {"Tides": "2001", "Locks": "1997", "Piers": "n.d.", "Boats": "2018"}
page = typst.compile("works.typ", format="html").decode()
text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))
print("typst", version("typst"))
print(text.strip())
years = {title: year for year, title in re.findall(r"Quayside, A\. \(([^)]*)\)\. (\w+)", text)}
as_described = years == SEEN
print("As described." if as_described else f"Not as described: {years}.")
sys.exit(0 if as_described else 1)
PY
env/bin/python references.py
