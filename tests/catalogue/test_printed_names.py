"""Names as documents print them: told apart into parts, in references, on pages, joined to the party."""

from __future__ import annotations

from dataclasses import replace

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.authorities import PersonName
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.names import printed_name
from library.citations.citing import Citing
from library.citations.formats import bibtex, ris
from library.citations.references import gost


def known(family: str, given: str = "", suffix: str = "", family_first: bool = False) -> PersonName:
    return PersonName.model_construct(
        family=family, given=given or None, suffix=suffix or None, family_first="yes" if family_first else None, languages=()
    )


@pytest.mark.parametrize(
    ("party", "printed", "parts"),
    [
        (known("Newland", "Chester"), "Chet Newland", ("Newland", "Chet", None)),
        (known("Jones", "Maria"), "Maria Smith", ("Smith", "Maria", None)),
        (known("Bekpenov", "A. T."), "A.T. Bekperov", ("Bekperov", "A. T.", None)),
        (known("Zeinelgabdin", "A. B."), "Zeinelgabdin A.B.", ("Zeinelgabdin", "A. B.", None)),
        (known("Everest-Phillips", "Max"), "Max Everest Phillips", ("Everest Phillips", "Max", None)),
        (known("Everest-Phillips", "Max"), "Max Everest-Philipps", ("Everest-Philipps", "Max", None)),
        (known("Nguyen", "Viet Hung", family_first=True), "Nguyen Hung", ("Nguyen", "Hung", None)),
        (known("de la Cruz", "María José"), "Maria Jose de la Cruz", ("de la Cruz", "María José", None)),
        (known("Facer", "Rex L", "II"), "Rex Facer II", ("Facer", "Rex", "II")),
        (known("Тұрғынбекова", "Айгүл"), "Тургунбекова А. С.", ("Тургунбекова", "А. С.", None)),
        (known("Manas"), "Manas", ("Manas", None, None)),
        (known("Kim", "Min-jun"), "Kim, M.", ("Kim", "M.", None)),
        (known("О\u2019Нил", "Шон"), "Ш. О\u2019Нил", ("О\u2019Нил", "Ш.", None)),
    ],
)
def test_a_printed_name_is_taken_apart_by_what_is_known_of_the_person(
    party: PersonName, printed: str, parts: tuple[str | None, ...]
) -> None:
    made = printed_name(party, printed)
    assert (made.family, made.given, made.suffix) == parts


def named(catalogue: Catalogue, work: str, **names: str) -> Placed:
    """A work whose creators are printed otherwise, by party."""
    placed = catalogue.works[work]
    creators = tuple(one.model_copy(update={"name": names.get(one.party.replace("-", "_"))}) for one in placed.work.creators)
    return replace(placed, work=placed.work.model_copy(update={"creators": creators}))


def test_references_and_files_have_the_printed_name_and_lead_to_the_party(small_catalogue: Catalogue) -> None:
    placed = named(small_catalogue, "held-book", harrow_jane="Jane Quill", kim_min_jun="M. Kim")
    [citation] = Citing(small_catalogue, "https://library.example/").of_work(placed)
    assert [(name.family, name.given, name.party) for name in citation.authors] == [
        ("Quill", "Jane", "harrow-jane"),
        ("Kim", "M.", "kim-min-jun"),
    ]
    assert "author = {Quill, Jane and Kim, M.}" in bibtex.entry(citation)
    assert "AU  - Quill, Jane" in ris.entry(citation)


def test_a_printed_name_counts_in_editions_of_its_letters_only(small_catalogue: Catalogue) -> None:
    placed = named(small_catalogue, "russian-study", beisenov_qairat="Бейсенов К. О.")
    russian, kazakh = Citing(small_catalogue, "https://library.example/").of_work(placed)
    assert [russian.authors[0].given, kazakh.authors[0].family] == ["К. О.", "Бейсенов"]
    latin = named(small_catalogue, "russian-study", beisenov_qairat="K. Beissenov")
    assert Citing(small_catalogue, "https://library.example/").of_work(latin)[0].authors[0].given == "Кайрат Омарович"


def test_a_body_has_its_printed_name(small_catalogue: Catalogue) -> None:
    placed = named(small_catalogue, "ministry-survey", ministry_of_labour="MLFSP")
    english, russian = Citing(small_catalogue, "https://library.example/").of_work(placed)
    assert (english.authors[0].literal, russian.authors[0].literal) == ("MLFSP", "Министерство труда, семьи и социальной защиты")


def test_who_writes_the_family_name_first_has_it_first_behind_the_title(small_catalogue: Catalogue) -> None:
    [citation] = Citing(small_catalogue, "https://library.example/").of_work(small_catalogue.works["held-book"])
    assert "J.\u00a0Q.\u00a0Harrow\u00a0III, Kim\u00a0M.-J." in str(gost.full(replace(citation, and_others=False)).html)


@pytest.mark.parametrize("name", ["family: .", "family: '-'", "family: '?'"])
def test_a_name_without_a_letter_is_refused(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    catalogue_copy.replace("vocabularies/parties.yml", "family: Manas", name)
    assert [problem.code for problem in catalogue_copy.problems()] == ["bad-form"]
