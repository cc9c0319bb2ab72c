#!/usr/bin/env bash
# The Python package edtf reads the number of an edition, a volume or a quarter as a month.
#
# Expected: text_to_edtf makes an EDTF date of what a title page or a catalogue card says. "2019, 2nd edition" holds a
#           year alone, "Q3 2019" a quarter (EDTF level 2 has 2019-35 for it), "2019, vol. 7" a year: 2019, or None.
# Seen:     2019-02, 2019-03 and 2019-07, valid dates that nobody can tell from true ones. With the number written as
#           a word ("third edition 2019") the answer is 2019.
#
# Versions are pinned, with those of the two packages that it parses by. When raising them, try "25 pages, 2019" too
# (5.0.2 answers XXXX-XX-25, a day without its year).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check \
  edtf==5.0.2 pyparsing==3.3.3 python-dateutil==4.0.0 2>pip.log || { cat pip.log; exit 1; }

cat >dates.py <<'PY'
import sys
from importlib.metadata import version

from edtf import parse_edtf, text_to_edtf

SEEN = {
    "2019, 2nd edition": "2019-02",
    "2019 (3rd ed.)": "2019-03",
    "2019, vol. 7": "2019-07",
    "2019, 12th impression": "2019-12",
    "Q3 2019": "2019-03",
    "third edition 2019": "2019",
    "May 2019": "2019-05",
}
print("edtf", version("edtf"))
as_described = True
for text, expected in SEEN.items():
    read = text_to_edtf(text)
    print(f"{text!r} -> {read}")
    as_described = as_described and read == expected and str(parse_edtf(read)) == expected
print("As described." if as_described else "Not as described: something has changed.")
sys.exit(0 if as_described else 1)
PY
env/bin/python dates.py
