"""Each address of the site is one page's, and every host can hold it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import of_written_pages, register
from library.catalogue.kinds import KINDS
from library.catalogue.loading import load

BOOK = "knowledge-products/held-book.yml"
ISSUE = "journal/issues/1.yml"
THEMES = "vocabularies/themes.yml"


def renamed(copy: SpoiltCatalogue, work: str) -> str:
    """Gives the book another id, and its file the name of it."""
    copy.replace(BOOK, "id: held-book", f"id: {work}")
    name = f"knowledge-products/{work}.yml"
    copy.path(BOOK).rename(copy.path(name))
    for kind in KINDS:
        for path in (copy.folder / kind.collection).glob("*.yml"):
            path.write_text(re.sub(r"\bheld-book\b", f'"{work}"', path.read_text("utf-8")), "utf-8")
    return name


@pytest.mark.parametrize("work", ["2", "17", "404"])
def test_a_number_is_no_id_of_a_publication(catalogue_copy: SpoiltCatalogue, work: str) -> None:
    found = catalogue_copy.problem("address-taken", renamed(catalogue_copy, work), f"{work}\ntype")
    assert f"/publications/{work}/" in found.message


@pytest.mark.parametrize("work", ["2-years", "constructor", "index", "search", "ru", "assets", "nul-report", "console"])
def test_other_ids_have_a_safe_place(catalogue_copy: SpoiltCatalogue, work: str) -> None:
    renamed(catalogue_copy, work)
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize("work", ["nul", "con", "aux", "prn", "com1", "lpt9"])
def test_the_name_of_a_device_is_no_id(catalogue_copy: SpoiltCatalogue, work: str) -> None:
    catalogue_copy.problem("reserved-name", renamed(catalogue_copy, work), f"{work}\n")


@pytest.mark.parametrize("address", ["/publications/2/", "/publications/300/", "/journal/1/", "/journal/articles/", "/publications/"])
def test_a_former_address_is_no_page_of_the_library(catalogue_copy: SpoiltCatalogue, address: str) -> None:
    catalogue_copy.append(BOOK, f"former_addresses: [{address}]\n")
    assert address in catalogue_copy.problem("address-taken", BOOK, f"{address}]").message


@pytest.mark.parametrize("address", [f"/publications/{'a' * 81}/", f"/publications/{'a/' * 6}", f"/publications/{'a/' * 2_000}"])
def test_a_former_address_is_no_longer_than_that_of_a_page(catalogue_copy: SpoiltCatalogue, address: str) -> None:
    catalogue_copy.append(BOOK, f"former_addresses: [{address}]\n")
    catalogue_copy.problem("too-long", BOOK, f"{address}]")


@pytest.mark.parametrize("term", ["index.html", "feed.xml", "works.bib", "nul", "con.x1"])
def test_a_term_has_no_id_that_is_a_file_s(catalogue_copy: SpoiltCatalogue, term: str) -> None:
    catalogue_copy.append(THEMES, f"- id: {term}\n  label: {{en: A, ru: Б, kk: В, ko: 가}}\n")
    catalogue_copy.problem("reserved-name", THEMES, f"{term}\n")


def test_two_issues_have_two_numbers(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("journal/issues/01.yml", catalogue_copy.text(ISSUE).replace("id: 1\n", 'id: "01"\n').split("articles:")[0])
    catalogue_copy.problem("duplicate-id", "journal/issues/01.yml", '"01"')


def test_no_issue_stands_where_unplaced_articles_do(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(
        "journal/issues/articles.yml", catalogue_copy.text(ISSUE).replace("id: 1\n", "id: articles\n").split("articles:")[0]
    )
    assert "/journal/articles/" in catalogue_copy.problem("address-taken", "journal/issues/articles.yml", "articles\n").message


@pytest.mark.parametrize("page", ["publications.md", "search.ru.md", "journal/1.md", "themes/index.md", "publications/held-book.md"])
def test_a_written_page_at_an_address_of_the_library_is_named(small_catalogue: Catalogue, tmp_path: Path, page: str) -> None:
    for name in (page, "about.md", "about.ru.md", "index.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# x")
    found = list(of_written_pages(small_catalogue, tmp_path))
    assert [(problem.code, problem.path) for problem in found] == [("address-taken", f"{tmp_path.name}/{page}")]


def test_the_register_has_the_further_pages_of_long_lists(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text("knowledge-products/unknown-year.yml")
    for number in range(40):
        made = (
            text.replace("id: unknown-year", f"id: copy-{number}")
            .replace("scshndnorway", f"copy{number}a")
            .replace("'Country Profile: Norway'", f"Copy {number}")
            .replace("'Страновой профиль: Норвегия'", f"Копия {number}")
            .replace("'Елдік профиль: Норвегия'", f"Көшірме {number}")
            .replace("'국가 프로필: 노르웨이'", f"사본 {number}")
        )
        catalogue_copy.write(f"knowledge-products/copy-{number}.yml", made)
    known = register(load(catalogue_copy.folder))
    assert "publications/2" in known
    assert "publications/3" not in known
    assert known["publications/copy-7"] == '"copy-7"'
