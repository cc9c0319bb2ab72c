"""Field by format by reader: what goes in comes out, for every kind of work in three scripts, but for what is known to be lost.

What a reader makes otherwise stands in ``tests/citations/deviations``, a file for each reader, with its version and what we
do about it. A reader that mends its ways turns this test red as well: then its line goes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogues import TESTS, citations_of_every_kind
from field_readers import READERS, wanted
from library.catalogue.catalogue import Catalogue
from library.citations import kinds

DEVIATIONS: dict[str, list[dict[str, Any]]] = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((TESTS / "citations" / "deviations").glob("*.yml"))
}


OF_OTHER_PROGRAMS = ("better-bibtex", "biber", "citation-js")
EVERY_READER = [pytest.param(*one, marks=[pytest.mark.slow] if one[0] in OF_OTHER_PROGRAMS else [], id="-".join(one)) for one in READERS]


@pytest.mark.parametrize(("reader", "form"), EVERY_READER)
def test_every_field_comes_back_but_for_known_deviations(reader: str, form: str, every_kind: Catalogue, tmp_path: Path) -> None:
    module, read = READERS[reader, form]
    citations = citations_of_every_kind(every_kind)
    found = read(module.join(map(module.entry, citations.values())), tmp_path)
    lost = {
        (field, citation.kind): f"{key}: {value!r} came as {found.get(key, {}).get(field, '')!r}"
        for key, citation in citations.items()
        for field, value in wanted(citation).items()
        if found.get(key, {}).get(field, "") != value
    }
    known = {(one["field"], kind) for one in DEVIATIONS.get(reader, ()) if one["format"] == form for kind in one["kinds"]}
    assert {place: said for place, said in lost.items() if place not in known} == {}
    assert known - set(lost) == set(), "these come back now: strike them"


def test_every_deviation_says_who_makes_what_and_what_we_do() -> None:
    assert set(DEVIATIONS) <= {reader for reader, _ in READERS}
    for reader, told in DEVIATIONS.items():
        for one in told:
            assert set(one) == {"version", "format", "field", "kinds", "gives", "we"}, reader
            assert (reader, one["format"]) in READERS
            assert set(one["kinds"]) <= set(kinds.KINDS)
            assert one["gives"].endswith(".")
            assert one["we"].endswith(".")


SIGNS = "CO₂, x² ≤ 10⁻³ and Δα in “Who Pays?” – H₂O at 5 °C"
"""Indices, formulas and a cited title as plain text, as records have them."""


@pytest.mark.parametrize(("reader", "form"), EVERY_READER)
def test_indices_and_formulas_of_a_title_come_back_as_they_are(reader: str, form: str, every_kind: Catalogue, tmp_path: Path) -> None:
    module, read = READERS[reader, form]
    citation = replace(citations_of_every_kind(every_kind)["harrow2013pay"], title=SIGNS)
    found = read(module.join([module.entry(citation)]), tmp_path)[citation.key]["title"]
    # Some put English titles into small letters, and quotation marks into straight ones.
    assert found.casefold().translate(STRAIGHT) == SIGNS.casefold().translate(STRAIGHT)


STRAIGHT = str.maketrans("“”", '""')
