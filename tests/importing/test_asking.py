"""``library new``: a record from plain answers, which passes the check."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from click.testing import CliRunner, Result
from importing import files
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.commands import main
from library.importing.asking import suggestions

ANSWERS = {
    "title": "Ethics in the training of officials",
    "language": "english",
    "type": "policy paper",
    "authors": 'Harrow, Jane Q, III; "New Bureau"',
    "issued": "2019-05",
    "issuer": "Sample Civil Service Hub",
    "publisher": "",
    "place": "Astana",
    "extent": "48",
    "isbn": "",
    "doi": "",
    "address": "",
    "summary": "On ethics.",
    "note": "",
    "themes": "",
    "id": "",
    "key": "",
    "source": "https://example.org/ethics",
}


def answered(copy: SpoiltCatalogue, **answers: str) -> Result:
    """The command with these answers; one of several lines is given again after it was refused."""
    told = "".join(f"{answer}\n" for answer in (ANSWERS | answers).values())
    return CliRunner().invoke(main, ["new", "--catalogue", str(copy.folder)], input=told)


def test_plain_answers_make_a_record_with_the_suggested_names_and_themes(catalogue_copy: SpoiltCatalogue) -> None:
    done = answered(catalogue_copy)
    assert done.exit_code == 0, done.output
    work = load(catalogue_copy.folder).works["ethics-training-officials"].work
    [edition] = work.editions
    assert (work.type, str(work.issued), work.issuer, work.themes) == ("policy-paper", "2019-05", "sample-hub", ("training", "ethics"))
    assert [creator.party for creator in work.creators] == ["harrow-jane", "new-bureau"]
    assert (edition.citation_key, edition.language, edition.extent) == ("harrow2019ethics", "en", 48)
    assert (work.summary, work.supplied.summary) == ({"en": "On ethics."}, ("en",))
    assert [(each.url, each.at) for each in work.provenance] == [("https://example.org/ethics", None)]


@pytest.mark.parametrize(
    ("name", "wrong", "right", "said"),
    [
        ("title", "", "Ethics", "every record has a title"),
        ("language", "klingonish", "en", "this is no language"),
        ("type", "boook", "book", 'did you mean "book"?'),
        ("issued", "in 2019", "2019?", "this is no such date"),
        ("extent", "many", "48", "write one number"),
        ("isbn", "978-5-699-12014-8", "978-5-699-12014-7", "is not a valid ISBN"),
        ("doi", "10.x", "10.5555/x", "is not a DOI"),
        ("address", "see there", "https://example.org/", "is not a web address"),
        ("themes", "ethcs", "ethics", 'did you mean "ethics"?'),
        ("id", "held-book", "held-book-again", "no other work has it"),
        ("key", "harrow2022public", "harrow2022public-again", "no other edition has it"),
        ("source", "a book", "sample-report", "neither an address nor one of sample-report"),
    ],
)
def test_an_answer_that_cannot_be_is_asked_for_again(catalogue_copy: SpoiltCatalogue, name: str, wrong: str, right: str, said: str) -> None:
    done = answered(catalogue_copy, **{name: f"{wrong}\n{right}"})
    assert done.exit_code == 0, done.output
    assert said in done.output


def test_of_a_part_it_is_asked_what_it_stands_in(catalogue_copy: SpoiltCatalogue) -> None:
    done = answered(catalogue_copy, type="article\n\nJournal of Hedges\n12\n3\n101-111")
    assert done.exit_code == 0, done.output
    assert "it is a part of something: say of what" in done.output
    work = load(catalogue_copy.folder).works["ethics-training-officials"].work
    assert work.host is not None and (work.host.title, work.host.volume, work.host.number) == ({"en": "Journal of Hedges"}, "12", "3")
    assert (work.type, work.editions[0].pages) == ("article", "101-111")


def test_a_publication_that_is_there_is_shown_and_nothing_is_written(catalogue_copy: SpoiltCatalogue) -> None:
    before = files(catalogue_copy.folder)
    done = answered(catalogue_copy, isbn="978-1-23456-789-7")
    assert done.exit_code == 1
    assert "there already as held-book" in done.output and "Nothing was changed." in done.output
    assert files(catalogue_copy.folder) == before


def test_leaving_off_in_the_middle_writes_nothing(catalogue_copy: SpoiltCatalogue) -> None:
    before = files(catalogue_copy.folder)
    assert CliRunner().invoke(main, ["new", "--catalogue", str(catalogue_copy.folder)], input="A title\nen\n").exit_code == 1
    assert files(catalogue_copy.folder) == before


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Этика и обучение государственных служащих", ["training", "ethics"]),
        ("Pay and rewards of judges", ["pay"]),
        ("Nothing of the kind", []),
    ],
)
def test_themes_are_suggested_by_the_words_of_a_title(small_catalogue: Catalogue, text: str, found: list[str]) -> None:
    assert list(suggestions(text, small_catalogue.vocabularies["themes"].terms)) == found
