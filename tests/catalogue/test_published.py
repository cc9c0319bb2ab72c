"""What was published stays: no address and no citation key is lost, whoever strikes, renames or moves what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from catalogues import SMALL, SpoiltCatalogue
from click.testing import CliRunner, Result
from library.catalogue import published
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import register
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError, Problem
from library.commands import main
from library.pages.redirects import moved

STUDY = "knowledge-products/russian-study.yml"
GYLYM = "knowledge-products/gylym-and-government.yml"


def called(copy: SpoiltCatalogue, *words: str) -> Result:
    done = CliRunner().invoke(main, [*words, "--catalogue", str(copy.folder)])
    assert done.exit_code == 0, done.output
    return done


@pytest.fixture
def copy(catalogue_copy: SpoiltCatalogue) -> SpoiltCatalogue:
    """The small catalogue as it is once it was published."""
    called(catalogue_copy, "publish", "--docs", "nowhere")
    return catalogue_copy


def lost(copy: SpoiltCatalogue) -> list[Problem]:
    with pytest.raises(CatalogueError) as refused:
        load(copy.folder)
    return [problem for problem in refused.value.problems if problem.code.startswith("lost-")]


def test_the_register_holds_every_lasting_address_and_every_key(copy: SpoiltCatalogue) -> None:
    made = load(copy.folder)
    assert {
        "/publications/held-book/",
        "/journal/10/pay-and-ethics/",
        "/themes/ethics/",
        "/people/manas/",
        "/",
    } <= made.published.pages.keys()
    assert not [address for address in made.published.pages if re.search(r"/[0-9]/$", address) and not address.startswith("/journal/")]
    assert made.published.keys["harrow2022public"][0] == "/publications/held-book/"
    assert len(made.published.keys) == sum(len(placed.work.editions) for placed in made.works.values())


def test_publishing_again_changes_nothing(copy: SpoiltCatalogue) -> None:
    before = copy.text(published.NAME)
    assert "0 addresses and keys added" in called(copy, "publish", "--docs", "nowhere").output
    assert copy.text(published.NAME) == before


def test_a_register_only_grows(copy: SpoiltCatalogue) -> None:
    before = set(copy.text(published.NAME).splitlines())
    called(copy, "rename", "work", "russian-study", "study")
    called(copy, "publish", "--docs", "nowhere")
    after = set(copy.text(published.NAME).splitlines())
    assert before < after and "page /publications/study/" in after


def test_a_record_that_was_deleted_is_told_with_the_way_back(copy: SpoiltCatalogue) -> None:
    (copy.folder / STUDY).unlink()
    (copy.folder / "files" / "russian-study.ru.pdf").unlink()
    found = lost(copy)
    assert {problem.code for problem in found} == {"lost-address", "lost-key"}
    [page] = [problem for problem in found if problem.code == "lost-address" and "russian-study" in problem.message]
    assert page.path == "catalogue/published.txt"
    assert copy.text(published.NAME).split("\n")[page.line - 1] == "page /publications/russian-study/"
    assert "withdraw it" in page.hint and "former_addresses: [/publications/russian-study/]" in page.hint


def test_a_record_that_was_renamed_by_hand_says_where_it_was(copy: SpoiltCatalogue) -> None:
    copy.write("knowledge-products/study.yml", copy.text(STUDY).replace("id: russian-study", "id: study"))
    (copy.folder / STUDY).unlink()
    assert {problem.code for problem in lost(copy)} == {"lost-address", "lost-key"}
    copy.append("knowledge-products/study.yml", "former_addresses:\n  - /publications/russian-study/\n")
    assert "study" in load(copy.folder).works


@pytest.mark.parametrize(
    ("kind", "old"), [("work", "russian-study"), ("person", "seitova-aigul"), ("theme", "digitalisation"), ("series", "country-profiles")]
)
def test_what_the_command_renames_is_not_lost(copy: SpoiltCatalogue, kind: str, old: str) -> None:
    if kind == "series" and old not in load(copy.folder).vocabularies["series"]:
        old = next(iter(load(copy.folder).vocabularies["series"]))
    called(copy, "rename", kind, old, "another-name")
    load(copy.folder)


def test_a_term_that_was_renamed_by_hand_says_what_it_was(copy: SpoiltCatalogue) -> None:
    for path in copy.folder.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("seitova-aigul", "seitova-a"), "utf-8")
    [problem] = lost(copy)
    assert (problem.code, '"/people/seitova-aigul/"' in problem.message) == ("lost-address", True)
    assert "former_ids: [seitova-aigul]" in problem.hint


def test_a_withdrawn_work_is_not_lost_and_its_empty_lists_lead_on(copy: SpoiltCatalogue) -> None:
    before = {shelf.path for shelves in index(load(copy.folder)).shelves.values() for shelf in shelves.values()}
    called(copy, "withdraw", "russian-study", "--because", "mistake")
    after = load(copy.folder)
    indexes = index(after)
    gone = before - {shelf.path for shelves in indexes.shelves.values() for shelf in shelves.values()}
    assert gone
    assert gone == {path for path, to in moved(after, indexes) if to == path.split("/")[0]}
    assert gone <= register(after).keys()


def test_a_key_that_changed_is_told_and_may_be_kept_as_a_former_one(copy: SpoiltCatalogue) -> None:
    key = load(copy.folder).works["gylym-and-government"].work.editions[0].citation_key
    copy.replace(GYLYM, f"citation_key: {key}", "citation_key: another2019key")
    [problem] = lost(copy)
    assert (problem.code, f'"{key}"' in problem.message) == ("lost-key", True)
    copy.replace(GYLYM, "citation_key: another2019key", f"citation_key: another2019key\n    former_keys: [{key}]")
    assert load(copy.folder).works["gylym-and-government"].work.editions[0].former_keys == (key,)


def test_a_key_is_never_given_to_another_work(copy: SpoiltCatalogue) -> None:
    made = load(copy.folder)
    one, other = (made.works[name].work.editions[0].citation_key for name in ("gylym-and-government", "russian-study"))
    copy.replace(GYLYM, f"citation_key: {one}", "citation_key: swapped")
    copy.replace(STUDY, f"citation_key: {other}", f"citation_key: {one}")
    copy.replace(GYLYM, "citation_key: swapped", f"citation_key: {other}")
    assert [problem.code for problem in lost(copy)] == ["lost-key", "lost-key"]
    assert "would be that of" in lost(copy)[0].message


def test_an_id_that_another_work_once_had_is_taken(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(STUDY, "former_addresses:\n  - /journal/articles/held-book/\n")
    with pytest.raises(CatalogueError) as refused:
        load(catalogue_copy.folder)
    assert [problem.code for problem in refused.value.problems] == ["duplicate-id"]


def test_a_former_key_is_taken(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "    language: ru", "    former_keys: [harrow2022public]\n    language: ru")
    with pytest.raises(CatalogueError) as refused:
        load(catalogue_copy.folder)
    assert [problem.code for problem in refused.value.problems] == ["duplicate-key"]


@pytest.mark.parametrize("line", ["page publications/x", "key x", "<<<<<<< HEAD", "page /a/ /b/", "pages /a/"])
def test_a_line_that_is_none_is_told(catalogue_copy: SpoiltCatalogue, line: str) -> None:
    catalogue_copy.write(published.NAME, f"# A comment.\n{line}\n")
    with pytest.raises(CatalogueError) as refused:
        load(catalogue_copy.folder)
    assert [(problem.code, problem.line) for problem in refused.value.problems] == [("bad-form", 2)]


def test_a_written_page_that_is_gone_is_told(small_catalogue: Catalogue, tmp_path: Path) -> None:
    made, _ = published.read("written /about/\nwritten /help/\n", published.NAME)
    [problem] = published.lost_written(made, ["/about/"], published.NAME)
    assert (problem.line, problem.code) == (2, "lost-address")


def test_the_small_catalogue_was_never_published() -> None:
    assert not (SMALL / published.NAME).exists()
