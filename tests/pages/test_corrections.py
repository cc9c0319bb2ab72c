"""A document that was corrected: its page says when and what, and programs see a change."""

from __future__ import annotations

import pytest
from catalogues import ROOT, SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.citations.citing import Citing
from library.citations.deposits import datacite
from library.citations.formats import remarks
from library.machines.api.descriptions import Descriptions
from library.machines.heads.json_ld import Graph
from library.pages.corrections import CorrectionView, corrections
from library.press.addresses import Site
from library.words.labels import Labels
from library.words.translations import Words
from lxml import etree

BOOK = "knowledge-products/held-book.yml"
WRITTEN = (
    "corrected:\n  - day: 2027-03-01\n    what:\n      en: Table 3 had other figures.\n      ru: В таблице 3 были другие цифры.\n"
    "  - day: 2028-05-02\n    what:\n      en: A name was misspelt & mended.\n"
)


@pytest.fixture
def corrected(catalogue_copy: SpoiltCatalogue) -> Catalogue:
    catalogue_copy.append(BOOK, WRITTEN)
    return load(catalogue_copy.folder)


def labels(catalogue: Catalogue, language: str) -> Labels:
    return Labels(catalogue, index(catalogue), Words(language, ROOT / "overrides" / "locales"))


def test_the_page_says_when_and_what_the_newest_first(corrected: Catalogue) -> None:
    placed = corrected.works["held-book"]
    assert corrections(placed, labels(corrected, "en")) == (
        CorrectionView("Corrected on 2 May 2028:", "A name was misspelt & mended.", ""),
        CorrectionView("Corrected on 1 March 2027:", "Table 3 had other figures.", ""),
    )


def test_what_is_not_told_in_a_language_is_marked_as_another(corrected: Catalogue) -> None:
    newest, oldest = corrections(corrected.works["held-book"], labels(corrected, "ru"))
    assert (newest.language, newest.what) == ("en", "A name was misspelt & mended.")
    assert (oldest.language, oldest.what) == ("", "В таблице 3 были другие цифры.")


def test_a_correction_is_a_change_that_feeds_and_harvesters_hear_of(corrected: Catalogue) -> None:
    assert str(corrected.works["held-book"].changed) == "2028-05-02"


def test_datacite_has_each_correction_among_its_dates(corrected: Catalogue) -> None:
    placed = corrected.works["held-book"]
    tree = etree.fromstring(datacite.work(corrected, Citing(corrected, "https://library.example.org/"), placed).encode())
    told = [(date.text, date.get("dateInformation")) for date in tree.iterfind(".//{*}date[@dateType='Updated']")]
    assert told == [("2027-03-01", "Corrected: Table 3 had other figures."), ("2028-05-02", "Corrected: A name was misspelt & mended.")]


def test_a_correction_of_tomorrow_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(BOOK, WRITTEN.replace("2028-05-02", "2099-05-02"))
    catalogue_copy.problem("unlikely-date", BOOK, "2099-05-02")


def test_programs_are_told_of_corrections(corrected: Catalogue) -> None:
    site = Site("https://library.example.org/", corrected.languages, {}, {})
    citing = Citing(corrected, site.url)
    placed = corrected.works["held-book"]
    [citation] = citing.of_work(placed)
    assert remarks.corrected(citation) == [
        "Corrected on 2027-03-01: Table 3 had other figures",
        "Corrected on 2028-05-02: A name was misspelt & mended",
    ]
    node = Graph(corrected, citing, site).work(placed)[0]
    assert node["correction"][0] == {
        "@type": "CorrectionComment",
        "datePublished": "2027-03-01",
        "text": {"@language": "en", "@value": "Table 3 had other figures."},
    }
    record = Descriptions(corrected, index(corrected), site).work(placed)
    assert [each["day"] for each in record["corrected"]] == ["2027-03-01", "2028-05-02"]
