#!/usr/bin/env bash
# idutils takes an ISBN or ISSN with a wrong check digit for a GND number, and links to another authority record.
#
# Expected: a number with hyphens that is neither a valid ISBN nor a valid ISSN is of no known scheme: [].
# Seen:     ["gnd"], and the address ends in the number's first groups: d-nb.info/gnd/978-5, .../gnd/2049-3. The
#           pattern for GND numbers is not held to the end of the text, so any "digits-digit" at the start is enough.
#           The right numbers are told apart rightly, so the mistake shows only where checking was wanted.
#
# The version is pinned. When raising it, look at gnd_regexp in idutils/utils.py, and try a mistyped ISBN without
# hyphens too (1.7.1 takes it for a PubMed number).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check idutils==1.7.1 isbnlib2==3.11.24 2>pip.log || { cat pip.log; exit 1; }

cat >numbers.py <<'PY'
import sys
from importlib.metadata import version

import idutils

GND = "http://d-nb.info/gnd/"
SEEN = [  # number, schemes, address of the first scheme
    ("978-5-93286-159-2", ["isbn"], ""),
    ("978-5-93286-159-3", ["gnd"], GND + "978-5"),
    ("2049-3630", ["issn"], ""),
    ("2049-3631", ["gnd"], GND + "2049-3"),
    ("1234-567X", ["gnd"], GND + "1234-5"),
]
print("idutils", version("idutils"))
as_described = True
for number, schemes, address in SEEN:
    found = idutils.detect_identifier_schemes(number)
    link = idutils.to_url(number, found[0]) if found else None
    print(number, found, link)
    as_described = as_described and (found, link) == (schemes, address)
print("As described." if as_described else "Not as described: something has changed.")
sys.exit(0 if as_described else 1)
PY
env/bin/python numbers.py
