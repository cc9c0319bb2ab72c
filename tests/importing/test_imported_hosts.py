"""Articles of other journals, chapters, volumes and the rest: what they stand in goes into its field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogues import EVERY_KIND, SpoiltCatalogue
from importing import Importing
from library.catalogue.model import Work

CHAPTER = """@incollection{a, title={On Oaths}, author={Petrov, Ivan}, editor={Kim, Min-jun}, booktitle={BOOK}, year=2020,
  language={english}, pages={5--19}, isbn={978-5-699-12014-7}, publisher={Novel Press}}"""


@pytest.fixture
def taken(importing: Importing, catalogue_copy: SpoiltCatalogue) -> Callable[[str], Work]:
    """Imports a file of one entry into a catalogue that has types for every kind."""
    more = EVERY_KIND / "vocabularies" / "types" / "more.yml"
    catalogue_copy.write("vocabularies/types/more.yml", more.read_bytes())
    return importing.work


def test_a_chapter_stands_in_its_book(taken: Callable[[str], Work]) -> None:
    work = taken(CHAPTER.replace("BOOK", "Oaths of All Countries"))
    [edition] = work.editions
    assert work.host is not None
    assert (work.type, work.host.title, work.host.isbn) == ("chapter", {"en": "Oaths of All Countries"}, ("978-5-699-12014-7",))
    assert [each.party for each in work.host.editors] == ["kim-min-jun"] and work.contributors == ()
    assert (edition.pages, edition.isbn, edition.publisher) == ("5-19", (), "novel-press")


def test_a_chapter_of_a_book_that_the_library_has_names_its_record(taken: Callable[[str], Work]) -> None:
    work = taken(CHAPTER.replace("BOOK", "Public service in transition"))
    assert work.host is not None and (work.host.work, work.host.title, work.host.editors) == ("held-book", None, ())


def test_a_part_that_nothing_is_told_of_is_taken_as_the_nearest_type(taken: Callable[[str], Work]) -> None:
    work = taken(CHAPTER.replace("booktitle={BOOK}, ", ""))
    assert (work.type, work.host) == ("research-paper", None)
    assert "type: @incollection" in work.note


def test_a_volume_stands_in_its_set(taken: Callable[[str], Work]) -> None:
    work = taken("@book{a, maintitle={Works in Three Volumes}, title={On Oaths}, volume=2, year=2020, language={english}}")
    assert work.host is not None and (work.title["en"], work.host.volume) == ("On Oaths", "2")
    assert work.host.title == {"en": "Works in Three Volumes"}


def test_a_volume_inherits_the_title_of_its_set(taken: Callable[[str], Work], importing: Importing) -> None:
    text = "@mvcollection{all, title={History of Oaths}, date={1996/}, language={english}}\n"
    importing.take(text + "@collection{one, crossref={all}, volume={№ 1}, year=1997}\n")
    [record] = [path for path in importing.copy.folder.glob("knowledge-products/history-oaths*.yml") if "№ 1" in path.read_text("utf-8")]
    assert "host:\n  title:\n    en: History of Oaths\n  volume: № 1\n" in record.read_text("utf-8")
    assert "\nissued: 1997\n" in record.read_text("utf-8")


def test_two_volumes_of_one_title_are_two_works(taken: Callable[[str], Work], importing: Importing) -> None:
    volume = "@book{a, title={Collected Works}, volume=1, year=2020, language={english}}\n"
    told = importing.told(volume + volume.replace("{a,", "{b,").replace("volume=1", "volume=2"))
    assert "Entries: 2, of them 2 taken" in told


def test_a_translation_tells_of_its_original(taken: Callable[[str], Work]) -> None:
    text = "@book{a, title={Доверие}, date={2004/..}, language={russian}, origtitle={Trust}, origlanguage={english}, origdate={1995}, volumes=2}"
    work = taken(text)
    [edition] = work.editions
    assert edition.original is not None
    assert (edition.original.title, edition.original.language, str(edition.original.issued)) == ("Trust", "en", "1995")
    assert (str(work.issued), edition.volumes) == ("2004/..", 2)


def test_a_thesis_and_its_degree(taken: Callable[[str], Work]) -> None:
    work = taken(
        "@phdthesis{a, title={On Oaths}, author={Petrov, Ivan}, school={Sample Institute}, year=2020, type={PhD thesis}, language={english}}"
    )
    assert (work.type, work.degree, work.issuer) == ("thesis", "PhD thesis", "sample-institute")
