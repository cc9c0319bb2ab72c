"""One keyword stays one in files for reference managers."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue


@pytest.mark.parametrize("label", ["Pay, rewards", "Pay; rewards"])
def test_a_label_that_programs_would_divide_is_refused(catalogue_copy: SpoiltCatalogue, label: str) -> None:
    name = "vocabularies/themes.yml"
    catalogue_copy.replace(name, "    en: Pay & rewards", f"    en: {label}")
    found = catalogue_copy.problem("divided-keyword", name, label)
    assert label in found.message


def test_printed_keywords_stand_each_by_itself(catalogue_copy: SpoiltCatalogue) -> None:
    name = "knowledge-products/long-title.yml"
    catalogue_copy.replace(name, "    language: en\n", "    language: en\n    keywords: ['merit, pay', service]\n")
    assert catalogue_copy.problem("divided-keyword", name, "'merit").hint
    catalogue_copy.replace(name, "'merit, pay'", "merit, pay")
    assert catalogue_copy.problems() == []
