"""Vocabularies that are a folder of files."""

from __future__ import annotations

import re

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load

PARTIES = "vocabularies/parties.yml"


@pytest.fixture
def divided_parties(catalogue_copy: SpoiltCatalogue) -> SpoiltCatalogue:
    """The small catalogue with its persons and bodies in two files, divided in the middle."""
    entries = re.split(r"^(?=- id: )", catalogue_copy.text(PARTIES), flags=re.MULTILINE)
    middle = len(entries) // 2
    catalogue_copy.path(PARTIES).unlink()
    catalogue_copy.write("vocabularies/parties/a.yml", "".join(entries[:middle]))
    catalogue_copy.write("vocabularies/parties/b.yml", "".join(entries[middle:]))
    return catalogue_copy


def test_a_vocabulary_may_be_a_folder_of_files(divided_parties: SpoiltCatalogue, small_catalogue: Catalogue) -> None:
    divided = load(divided_parties.folder).vocabularies["parties"]
    assert list(divided.terms.items()) == list(small_catalogue.vocabularies["parties"].terms.items())


def test_a_file_and_a_folder_of_one_vocabulary_are_read_together(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/parties/more.yml", "- id: new-person\n  kind: person\n  names:\n    - {family: New}\n")
    parties = load(catalogue_copy.folder).vocabularies["parties"]
    assert list(parties)[-1] == "new-person"


def test_a_problem_names_the_file_of_a_folder_in_which_the_term_stands(divided_parties: SpoiltCatalogue) -> None:
    divided_parties.append("vocabularies/parties/b.yml", "\n- id: new-person\n  kind: person\n  name: {family: New}\n")
    problems = divided_parties.problems()
    line = divided_parties.place("vocabularies/parties/b.yml", "name: {family: New}")[0]
    assert {problem.path for problem in problems} == {"catalogue/vocabularies/parties/b.yml"}
    assert line in {problem.line for problem in problems}


def test_an_id_in_two_files_of_a_vocabulary_names_both_places(divided_parties: SpoiltCatalogue) -> None:
    first = re.search(r"- id: (\S+)", divided_parties.text("vocabularies/parties/a.yml"))[1]
    divided_parties.append("vocabularies/parties/b.yml", f"\n- id: {first}\n  kind: person\n  names:\n    - {{family: New}}\n")
    found = divided_parties.problem("duplicate-id", "vocabularies/parties/b.yml", first)
    line = divided_parties.place("vocabularies/parties/a.yml", f"{first}\n")[0]
    assert f"catalogue/vocabularies/parties/a.yml:{line}" in found.message


def test_an_identifier_in_two_files_of_a_vocabulary_is_a_problem(divided_parties: SpoiltCatalogue) -> None:
    entry = "- id: {id}\n  kind: person\n  names:\n    - {{family: New}}\n  orcid: 0000-0001-5109-3700\n  source: A page\n"
    divided_parties.append("vocabularies/parties/a.yml", "\n" + entry.format(id="new-one"))
    divided_parties.append("vocabularies/parties/b.yml", "\n" + entry.format(id="new-two"))
    found = divided_parties.problem("repeated-value", "vocabularies/parties/b.yml", "0000-0001-5109-3700")
    assert "new-one" in found.message


def test_one_unreadable_file_of_a_vocabulary_is_one_problem(divided_parties: SpoiltCatalogue) -> None:
    divided_parties.write("vocabularies/parties/a.yml", b"\xef\xbb\xbf- id: x\n")
    assert [(problem.code, problem.path) for problem in divided_parties.problems()] == [
        ("bad-encoding", "catalogue/vocabularies/parties/a.yml")
    ]


def test_a_person_that_no_file_of_the_folder_has_is_looked_for_in_the_folder(divided_parties: SpoiltCatalogue) -> None:
    name = "knowledge-products/unknown-year.yml"
    divided_parties.write(name, re.sub(r"issuer: \S+", "issuer: nobody", divided_parties.text(name)))
    found = [problem for problem in divided_parties.problems() if problem.code == "unknown-term"]
    assert found and "vocabularies/parties/" in found[0].message


@pytest.mark.parametrize("name", ["vocabularies/parties/a.yaml", "vocabularies/parties/deep/a.yml", "vocabularies/partys/a.yml"])
def test_a_stray_file_among_the_files_of_a_vocabulary_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    catalogue_copy.write(name, "- id: x\n")
    assert "parties" in catalogue_copy.problem("stray-file", name).hint
