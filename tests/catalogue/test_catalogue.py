"""The whole catalogue: every problem at once, and every record a work."""

from __future__ import annotations

import ast
import functools
import re
import shutil
from pathlib import Path

import pytest
import yaml
from catalogues import KEPT, ROOT, SMALL, SpoiltCatalogue, guided_codes
from library.catalogue.authorities import identifiers
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError, Problem, nearest

LIBRARY = ROOT / "hooks" / "library"
WORK = "knowledge-products/gylym-and-government.yml"


def written(folder: Path) -> list[dict]:
    """Works as the files have them, counted without the library's own reader: all values are texts."""
    alone = [*sorted((folder / "knowledge-products").glob("*.yml")), *sorted((folder / "journal" / "articles").glob("*.yml"))]
    texts = [path.read_text("utf-8") for path in alone]
    cases = [path for path in sorted((folder / "case-studies").glob("*.md")) if path.name.count(".") == 1]
    texts += [path.read_text("utf-8").split("\n---\n")[0].removeprefix("---\n") for path in cases]
    works = [yaml.load(text, yaml.BaseLoader) for text in texts]
    for path in sorted((folder / "journal" / "issues").glob("*.yml")):
        works += yaml.load(path.read_text("utf-8"), yaml.BaseLoader).get("articles") or []
    return works


# -- records in, works out -----------------------------------------------------------------


@pytest.mark.costly
def test_every_record_is_a_work(either_catalogue: Catalogue) -> None:
    assert sorted(work["id"] for work in written(either_catalogue.folder)) == sorted(either_catalogue.works)


def test_every_edition_is_kept(either_catalogue: Catalogue) -> None:
    keys = [edition["citation_key"] for work in written(either_catalogue.folder) for edition in work["editions"]]
    assert sorted(keys) == sorted(edition.citation_key for placed in either_catalogue.works.values() for edition in placed.work.editions)


def test_every_title_is_kept_letter_by_letter(either_catalogue: Catalogue) -> None:
    for work in written(either_catalogue.folder):
        assert dict(either_catalogue.works[work["id"]].work.title) == {language: text.strip() for language, text in work["title"].items()}


def test_every_title_and_summary_of_the_small_catalogue_exists_in_four_languages(small_catalogue: Catalogue) -> None:
    for placed in small_catalogue.works.values():
        assert {"en", "ru", "kk", "ko"} <= set(placed.work.title), placed.work.id
        assert {"en", "ru", "kk", "ko"} <= set(placed.work.summary), placed.work.id


def test_every_supplied_language_has_its_text(either_catalogue: Catalogue) -> None:
    for placed in either_catalogue.works.values():
        assert set(placed.work.supplied.title) <= set(placed.work.title), placed.work.id
        assert set(placed.work.supplied.summary) <= set(placed.work.summary), placed.work.id


def test_every_work_says_where_its_facts_come_from(either_catalogue: Catalogue) -> None:
    for placed in either_catalogue.works.values():
        assert placed.work.provenance, placed.work.id
        assert all(source.source or source.url for source in placed.work.provenance), placed.work.id


def test_every_citation_key_is_unique(either_catalogue: Catalogue) -> None:
    keys = [edition.citation_key.lower() for placed in either_catalogue.works.values() for edition in placed.work.editions]
    assert len(keys) == len(set(keys))


def test_every_address_is_unique(either_catalogue: Catalogue) -> None:
    addresses = [placed.address for placed in either_catalogue.works.values()]
    assert len(addresses) == len(set(addresses))


def test_languages_of_the_site_are_four(either_catalogue: Catalogue) -> None:
    assert either_catalogue.languages == ("en", "ru", "kk", "ko")


# -- where works stand -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("work_id", "address"),
    [
        ("gylym-and-government", "publications/gylym-and-government"),
        ("one-window", "publications/one-window"),
        ("first-article", "journal/1/first-article"),
        ("unplaced-article", "journal/articles/unplaced-article"),
    ],
)
def test_a_work_has_the_address_of_its_kind(small_catalogue: Catalogue, work_id: str, address: str) -> None:
    assert small_catalogue.works[work_id].address == address


def test_issues_stand_in_the_order_of_their_numbers(small_catalogue: Catalogue, either_catalogue: Catalogue) -> None:
    assert list(small_catalogue.issues) == ["1", "10"]
    numbers = [int(number) for number in either_catalogue.issues if number.isdigit()]
    assert numbers == sorted(numbers)


def test_an_article_has_the_date_and_the_issuer_of_its_issue(small_catalogue: Catalogue) -> None:
    placed = small_catalogue.works["first-article"]
    assert placed.work.issued is None
    assert str(placed.issued) == "2015-10"
    assert small_catalogue.issuer_of(placed) == "sample-hub"


def test_an_article_was_added_with_its_issue(either_catalogue: Catalogue) -> None:
    articles = [placed for placed in either_catalogue.works.values() if placed.issue]
    assert articles
    assert all(placed.added == placed.issue.added for placed in articles if placed.issue and not placed.work.added)


def test_every_work_was_added_on_a_whole_day(either_catalogue: Catalogue) -> None:
    assert all(placed.added.day for placed in either_catalogue.works.values())


def test_an_article_found_after_its_issue_may_have_a_day_of_its_own(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("journal/issues/10.yml", "    related: [korean-guide]\n", "    related: [korean-guide]\n    added: 2027-01-15\n")
    assert str(load(catalogue_copy.folder).works["pay-and-ethics"].added) == "2027-01-15"


@pytest.mark.parametrize(
    ("work_id", "added", "changed"), [("russian-study", "2026-11-22", "2026-12-01"), ("gylym-and-government", "2026-11-22", "2026-11-22")]
)
def test_a_work_changed_when_it_was_revised_or_else_added(small_catalogue: Catalogue, work_id: str, added: str, changed: str) -> None:
    placed = small_catalogue.works[work_id]
    assert (str(placed.added), str(placed.changed)) == (added, changed)


def test_an_edition_may_have_a_date_of_its_own(small_catalogue: Catalogue) -> None:
    placed = small_catalogue.works["gylym-and-government"]
    assert [str(small_catalogue.issued_of(placed, edition)) for edition in placed.work.editions] == ["2019-05", "2020"]


def test_an_unknown_year_stays_unknown(small_catalogue: Catalogue) -> None:
    assert small_catalogue.works["unknown-year"].issued is None


def test_the_text_of_a_case_study_is_kept_by_language(small_catalogue: Catalogue) -> None:
    assert small_catalogue.texts["one-window", "ru"].startswith("# Одно окно\n\nДо реформы")
    assert small_catalogue.texts["one-window", "kk"].startswith("# Бір терезе\n\nРеформаға")


def test_a_catalogue_without_a_journal_is_a_catalogue(catalogue_copy: SpoiltCatalogue) -> None:
    shutil.rmtree(catalogue_copy.folder / "journal")
    assert load(catalogue_copy.folder).journal is None


def test_identifiers_come_with_their_schemes(small_catalogue: Catalogue) -> None:
    parties = small_catalogue.vocabularies["parties"]
    assert identifiers(parties["harrow-jane"]) == {"orcid": "0000-0002-1825-0097"}
    assert identifiers(parties["beisenov-qairat"]) == {"isni": "0000000121032683"}
    assert identifiers(parties["sample-institute"]) == {"ror": "05dxps055", "viaf": "123456789"}
    assert identifiers(parties["manas"]) == identifiers(parties["harrow-press"]) == {}


# -- folders -----------------------------------------------------------------------------------


def test_an_id_other_than_the_files_name_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "id: gylym-and-government", "id: gylym-and-state")
    found = catalogue_copy.problem("id-and-name", WORK, "gylym-and-state")
    assert '"gylym-and-state"' in found.message
    assert "gylym-and-government.yml" in found.message


def test_an_issue_with_another_number_than_its_file_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("journal/issues/10.yml", "id: 10\n", "id: 11\n")
    catalogue_copy.problem("id-and-name", "journal/issues/10.yml", "11\n")


@pytest.mark.parametrize(
    "name",
    [
        "stray.yml",
        "notes.txt",
        "knowledge-products/record.yaml",
        "knowledge-products/record.md",
        "knowledge-products/deeper/record.yml",
        "case-studies/record.yml",
        "journal/other.yml",
        "journal/issues/deeper/1.yml",
        "journal/issues/1.md",
        "journal/elsewhere/1.yml",
        "knowledge-product/record.yml",
        "knowledge-products/README.md",
        "knowledge-products/copy of record.yml.bak",
    ],
)
def test_a_file_where_no_record_is_expected_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    catalogue_copy.write(name, catalogue_copy.text(WORK))
    found = catalogue_copy.problem("stray-file", name)
    assert "knowledge-products/*.yml" in found.hint


def test_a_misspelt_vocabulary_is_a_problem_with_the_right_name(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/theme.yml", "- id: pay\n")
    assert catalogue_copy.problem("stray-file", "vocabularies/theme.yml").hint == 'did you mean "themes"?'


def test_a_document_that_no_record_names_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    # It would be published nowhere, and nobody would be told.
    catalogue_copy.write("files/forgotten.pdf", "%PDF-1.4")
    catalogue_copy.problem("stray-file", "files/forgotten.pdf")


@pytest.mark.parametrize("name", ["README.md", ".DS_Store", "knowledge-products/.gitkeep", "schemas/work.json"])
def test_some_files_may_stand_beside_the_records(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    catalogue_copy.write(name, "anything")
    assert catalogue_copy.problems() == []


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as refused:
        load(tmp_path / "catalogue")
    assert ("no-catalogue", "catalogue", 0) in [(problem.code, problem.path, problem.line) for problem in refused.value.problems]


# -- the guide -----------------------------------------------------------------------------------


def guide_examples() -> list[tuple[str, str, str]]:
    """Examples of the guide that stand for a record or a part of one: kind, file and text."""
    guide = (ROOT / "catalogue" / "README.md").read_text("utf-8")
    return re.findall(r"^<!-- example( article| term)?: (\S+) -->\n```\w+\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)


def put(text: str, part: str) -> str:
    """A list of entries with one of them, which begins with its id, in the place of its namesake or at the end."""
    first = part.split("\n")[0]
    indent = re.escape(re.match(" *", first)[0])
    namesake = re.compile(rf"^{re.escape(first)}\n(?:(?!{indent}-|#)(?:{indent} .*)?\n)*", re.MULTILINE)
    return namesake.sub(lambda _: f"{part}\n\n", text) if namesake.search(text) else f"{text}\n{part}\n"


@pytest.fixture
def guided(tmp_path: Path) -> SpoiltCatalogue:
    """The records as they stood when the guide was written, with its examples in them."""
    folder = tmp_path / "catalogue"
    shutil.copytree(KEPT, folder)
    copy = SpoiltCatalogue(folder)
    for kind, name, text in guide_examples():
        if not kind:
            copy.write(name, text)
        for part in re.split(r"\n(?= *- id: )", text.rstrip()) if kind else ():
            copy.write(name, put(copy.text(name), part))
    return copy


def test_the_examples_of_the_guide_are_right(guided: SpoiltCatalogue) -> None:
    assert [str(problem) for problem in guided.problems()] == []


def test_the_examples_of_the_guide_are_read_as_they_are_meant(guided: SpoiltCatalogue) -> None:
    catalogue = load(guided.folder)
    assert {"example-guide-open-data", "example-shorter-queues"} <= set(catalogue.works)
    case = catalogue.works["example-shorter-queues"].work
    assert [edition.translation_of for edition in case.editions] == [None, "en"]
    person = catalogue.vocabularies["parties"][case.contributors[0].party]
    assert [name.languages for name in person.names] == [(), ("ru",), ("kk",)]
    assert identifiers(person)
    assert person.source


# -- every problem at once ---------------------------------------------------------------------


def test_problems_of_several_files_come_in_one_run_in_the_order_of_files(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append("knowledge-products/withdrawn-report.yml", "zzz: 1\nyyy: 2\n")
    catalogue_copy.replace("knowledge-products/withdrawn-report.yml", "issued: 2013", "issued: soon")
    catalogue_copy.replace("vocabularies/series.yml", "    ko: 수요조사\n", "")
    catalogue_copy.replace("journal/issues/10.yml", "complete: no", "complete: maybe")
    catalogue_copy.write("knowledge-products/aelem-public-service.yml", "")
    catalogue_copy.replace("case-studies/one-window.kk.md", "Реформаға", "<b>")
    catalogue_copy.write("stray.txt", "")
    assert [(problem.path.removeprefix("catalogue/"), problem.code) for problem in catalogue_copy.problems()] == [
        ("case-studies/one-window.kk.md", "markup"),
        ("journal/issues/10.yml", "unknown-choice"),
        ("knowledge-products/aelem-public-service.yml", "empty-file"),
        ("knowledge-products/withdrawn-report.yml", "bad-date"),
        ("knowledge-products/withdrawn-report.yml", "unknown-field"),
        ("knowledge-products/withdrawn-report.yml", "unknown-field"),
        ("stray.txt", "stray-file"),
        ("vocabularies/series.yml", "missing-language"),
    ]


def test_a_copied_record_with_other_mistakes_still_tells_what_it_repeats(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text(WORK).replace("themes: [training, open-data]", "themes: [trainin, open-data]")
    catalogue_copy.write("knowledge-products/copied.yml", text)
    codes = {problem.code for problem in catalogue_copy.problems()}
    assert {"unknown-term", "duplicate-key", "same-work"} <= codes


def test_problems_inside_a_file_and_across_files_come_in_one_run(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/withdrawn-report.yml", "issued: 2013", "issued: soon")
    catalogue_copy.replace(WORK, "seitova2019science-ru", "harrow2022public")
    assert {problem.code for problem in catalogue_copy.problems()} == {"bad-date", "duplicate-key"}


def test_a_record_that_is_wrong_makes_no_problem_of_those_that_name_it(catalogue_copy: SpoiltCatalogue) -> None:
    # gylym-and-government names it as related.
    catalogue_copy.replace("knowledge-products/aelem-public-service.yml", "issued: 2015", "issued: soon")
    catalogue_copy.problem("bad-date", "knowledge-products/aelem-public-service.yml", "soon")


def test_a_term_that_is_wrong_is_one_problem_however_many_works_name_it(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("vocabularies/parties.yml", "  abbreviation: SCSH", "  abbreviation: '<b>'")
    catalogue_copy.problem("markup", "vocabularies/parties.yml", "'<b>'")


def test_the_summary_counts_problems_and_records(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "issued: 2019-05", "issued: soon")
    with pytest.raises(CatalogueError, match=r"^1 problem in \d+ records; nothing was built\.$"):
        load(catalogue_copy.folder)
    catalogue_copy.append(WORK, "zzz: 1\n")
    with pytest.raises(CatalogueError, match=r"^2 problems in \d+ records; nothing was built\.$"):
        load(catalogue_copy.folder)


def test_a_problem_prints_its_place_its_code_and_its_hint() -> None:
    problem = Problem("catalogue/a.yml", 6, 5, "unknown-term", 'theme "ethcis" is not there', 'did you mean "ethics"?')
    assert str(problem) == 'catalogue/a.yml:6:5: unknown-term: theme "ethcis" is not there\n  hint: did you mean "ethics"?'
    assert str(Problem("catalogue/a.yml", 0, 0, "outside", "it leads out")) == "catalogue/a.yml: outside: it leads out"


def test_problems_sort_by_file_then_line_then_column_and_come_once() -> None:
    problems = [Problem(path, line, column, "code", "message") for path in "ba" for line in (10, 9) for column in (2, 1)]
    sorted_problems = CatalogueError([*problems, *problems], 1).problems
    assert [(problem.path, problem.line, problem.column) for problem in sorted_problems] == [
        ("a", 9, 1),
        ("a", 9, 2),
        ("a", 10, 1),
        ("a", 10, 2),
        ("b", 9, 1),
        ("b", 9, 2),
        ("b", 10, 1),
        ("b", 10, 2),
    ]


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [("ethcis", 'did you mean "ethics"?'), ("ETHICS", 'did you mean "ethics"?'), ("pays", 'did you mean "pay"?'), ("zzzz", ""), ("", "")],
)
def test_the_nearest_choice_is_suggested(value: str, suggestion: str) -> None:
    assert nearest(value, ["ethics", "pay", "open-data"]) == suggestion


def test_a_site_in_no_language_is_refused(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/languages.yml", catalogue_copy.text("vocabularies/languages.yml").replace("  site: yes\n", ""))
    found = [problem for problem in catalogue_copy.problems() if problem.path == "catalogue/vocabularies/languages.yml"]
    assert [problem.code for problem in found] == ["missing-language"]


def test_a_site_without_english_is_no_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("vocabularies/languages.yml", "  autonym: English\n  site: yes", "  autonym: English")
    assert catalogue_copy.problems() == []


def test_loading_twice_gives_the_same(small_catalogue: Catalogue) -> None:
    again = load(SMALL)
    assert {work_id: placed.work for work_id, placed in again.works.items()} == {
        work_id: placed.work for work_id, placed in small_catalogue.works.items()
    }
    assert list(again.works) == list(small_catalogue.works)


# -- the code ------------------------------------------------------------------------------------


def modules() -> list[Path]:
    return sorted(LIBRARY.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_the_library_imports_neither_mkdocs_nor_its_theme(path: Path) -> None:
    named = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            named.add(node.module or "")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "__import__":
            named |= {argument.value for argument in node.args if isinstance(argument, ast.Constant)}
    engine = ("mkdocs", "material", "mkdocs_static_i18n", "mkdocs_events", "mkdocs_languages")
    assert [name for name in named if name.split(".")[0] in engine] == []


CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+|markup|outside|tab|alias|tag")


def codes_in(tree: ast.AST) -> set[str]:
    """Problem codes that a module hands to what makes problems, by where each takes its code."""
    takes_code = {"Problem": 3, "problem": 1, "_report": 1, "_refuse": 1, "wrong": 0, "repeated": 1, "Odd": 1}
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        at = takes_code.get(name)
        if at is not None and len(node.args) > at and isinstance(code := node.args[at], ast.Constant):
            found.add(code.value)
        if name == "_checked" and isinstance(node.args[0], ast.Constant):
            found.add(f"bad-{node.args[0].value.lower()}")
    return found


@functools.cache
def all_codes() -> list[str]:
    return sorted(set().union(*(codes_in(ast.parse(path.read_text("utf-8"))) for path in modules())))


def test_codes_are_found_in_the_code() -> None:
    codes = all_codes()
    assert {"unknown-term", "bad-isbn", "bad-issn", "bad-orcid", "bad-date", "same-work", "not-yaml", "id-and-name"} <= set(codes)
    assert [code for code in codes if not CODE.fullmatch(code)] == []


@pytest.mark.parametrize("code", all_codes())
def test_each_problem_code_has_a_paragraph_in_the_guide(code: str) -> None:
    assert guided_codes().count(code) == 1


def test_each_paragraph_of_the_guide_is_of_a_code_that_there_is() -> None:
    # It fails, too, when codes are handed on in a way that codes_in does not know.
    codes = all_codes()
    assert [code for code in guided_codes() if code not in codes] == []


@pytest.mark.parametrize("code", all_codes())
def test_each_problem_code_has_a_test(code: str) -> None:
    if code == "wrong-value":
        return  # for what pydantic may one day report that no field of ours can bring about now
    folders = (Path(__file__).parent, Path(__file__).parents[1] / "keeping")
    tests = "".join(path.read_text("utf-8") for folder in folders for path in folder.glob("test_*.py"))
    hostile = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[1] / "hostile").glob("*.yml"))
    assert f'"{code}"' in tests or f", {code}]" in hostile
