"""Drawings, tables and the catalogue say the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from library.catalogue.catalogue import Catalogue, Placed
from library.pages.pictures.matrix import THEMES
from overview_page import LANGUAGES, OverviewPage, heads, last_number, lettering, number, numbers_of, table, terms

WHICH = ("small", "real")
Overview = Callable[[str, str], OverviewPage]


@pytest.fixture(params=WHICH)
def which(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def catalogue(which: str, small_catalogue: Catalogue, real_catalogue: Catalogue) -> Catalogue:
    """The works that are offered: nothing counts those that were withdrawn."""
    found = {"small": small_catalogue, "real": real_catalogue}[which]
    return replace(found, works={work_id: placed for work_id, placed in found.works.items() if placed.work.withdrawn is None})


# -- the catalogue, counted a second time and without the code under test ----------------


def countries(placed: Placed) -> set[str]:
    return {code.lower() for code in placed.work.coverage.countries}


def tops(catalogue: Catalogue, placed: Placed) -> set[str]:
    themes = catalogue.vocabularies["themes"]
    return {themes[theme].broader or theme for theme in placed.work.themes}


def languages(placed: Placed) -> set[str]:
    return {edition.language or "not-stated" for edition in placed.work.editions}


def year(placed: Placed) -> str:
    issued = placed.work.issued or (placed.issue.issued if placed.issue else None)
    return str(issued.year) if issued else "not-stated"


# -- the map -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_tiles_and_their_table_count_the_works_of_each_country(overview: Overview, which: str, catalogue: Catalogue, language: str) -> None:
    section = overview(which, language).section("map")
    counted = Counter(code for placed in catalogue.works.values() for code in countries(placed))
    tiles = section.xpath(".//svg//a")
    drawn = {lettering(tile)[0].lower(): number(lettering(tile)[1]) for tile in tiles}
    assert drawn == counted
    by_list = {f"countries/{code}": n for code, n in counted.items()}
    assert {"/".join(terms(tile.get("href"))): last_number(tile.xpath("./title")[0].text) for tile in tiles} == by_list
    assert {row[0]: number(row[1]) for row in table(numbers_of(section, "map-numbers"))} == by_list


def test_the_map_says_how_many_works_name_no_country(overview: Overview, which: str, catalogue: Catalogue) -> None:
    without = sum(1 for placed in catalogue.works.values() if not placed.work.coverage.countries)
    assert without
    assert f"name no country: {without}." in overview(which, "en").section("map").text_content()


# -- the timeline --------------------------------------------------------------------------


@pytest.mark.parametrize("chart", ["types", "languages"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_and_their_table_count_the_works_of_each_year(
    overview: Overview, which: str, catalogue: Catalogue, language: str, chart: str
) -> None:
    section = overview(which, language).section("years")
    counted: Counter[tuple[str, str]] = Counter()
    for placed in catalogue.works.values():
        for term in languages(placed) if chart == "languages" else {placed.work.type}:
            counted[year(placed), term] += 1
    details = numbers_of(section, f"{chart}-numbers")
    rows = table(details)
    totals: Counter[str] = Counter()
    for (issued, _), n in counted.items():
        totals[f"years/{issued}"] += n
    assert {row[0]: number(row[-1]) for row in rows if number(row[-1])} == totals
    columns = [head.split("/")[-1] if head.startswith(f"{chart}/") else "" for head in heads(details)[1:-1]]
    single = {column for column in columns if column}
    for row in rows:
        issued = row[0].removeprefix("years/")
        for column, shown in zip(columns, row[1:-1], strict=True):
            others = sum(n for (at, term), n in counted.items() if at == issued and term not in single)
            assert number(shown) == (counted[issued, column] if column else others), (row[0], column)
    assert len(columns) - len(single) <= 1


@pytest.mark.parametrize("chart", ["types", "languages"])
def test_a_bar_is_as_tall_as_its_numbers(overview: Overview, which: str, chart: str) -> None:
    section = overview(which, "ru").section("years")
    rows = {row[0]: [number(shown) for shown in row[1:]] for row in table(numbers_of(section, f"{chart}-numbers"))}
    bars = section.xpath(f".//figure[.//summary[@id='{chart}-numbers']]//a[@class='pic-bar']")
    units = set()
    assert bars
    for bar in bars:
        *parts, total = rows["/".join(terms(bar.get("href")))]
        assert number(lettering(bar)[0]) == total == last_number(bar.xpath("./title")[0].text)
        segments = bar.xpath("./rect[title]")
        assert [last_number(segment.xpath("./title")[0].text) for segment in segments] == [n for n in parts if n]
        units |= {round(float(segment.get("height")) / n, 1) for segment, n in zip(segments, [n for n in parts if n], strict=True)}
        for lower, upper in pairwise(segments):
            foot = float(upper.get("y")) + float(upper.get("height"))
            assert foot == pytest.approx(float(lower.get("y")), abs=0.02), "segments stand on each other"
    assert len(units) == 1, "one unit of height throughout"


def test_works_without_a_year_are_stated_beside_the_chart(overview: Overview, which: str, catalogue: Catalogue) -> None:
    undated = [placed for placed in catalogue.works.values() if year(placed) == "not-stated"]
    beside = overview(which, "en").section("years").xpath(".//ul[@class='pic-beside']")
    editions = sum(len(languages(placed)) for placed in undated)
    assert [item.text_content() for item in beside] == [f"Year not stated: {len(undated)}", f"Year not stated: {editions}"]


# -- the matrix ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_cells_and_their_table_count_the_works_of_theme_and_country(
    overview: Overview, which: str, catalogue: Catalogue, language: str
) -> None:
    section = overview(which, language).section("gaps")
    counted = Counter(
        (code, theme) for placed in catalogue.works.values() for code in countries(placed) for theme in tops(catalogue, placed)
    )
    details = numbers_of(section, "gaps-numbers")
    columns = [head.removeprefix("themes/") for head in heads(details)[2:]]
    listed, shown = [], {}
    for row in table(details)[1:]:
        code = row[0].removeprefix("countries/")
        listed.append(code)
        assert number(row[1]) == sum(1 for placed in catalogue.works.values() if code in countries(placed))
        shown |= {(code, theme): number(text) for theme, text in zip(columns, row[2:], strict=True)}
    assert shown == {(code, theme): counted[code, theme] for code in listed for theme in columns}
    drawn = {
        terms(cell.get("href")): (number(lettering(cell)[0]), last_number(cell.xpath("./title")[0].text))
        for cell in section.xpath(".//svg//a[contains(@href, 'search/')]")
    }
    assert drawn == {(f"country={code.upper()}", f"theme={theme}"): (n, n) for (code, theme), n in shown.items() if n}
    empty = section.xpath(".//svg/rect[@class='pic-0']")
    assert len(empty) == sum(1 for n in shown.values() if not n), "each gap has its empty square"
    assert not any(rect.xpath(".//text()") for rect in empty)


def test_the_most_covered_countries_and_themes_come_first(overview: Overview, which: str) -> None:
    rows = table(numbers_of(overview(which, "en").section("gaps"), "gaps-numbers"))
    totals = [number(row[1]) for row in rows[1:]]
    assert totals == sorted(totals, reverse=True)
    themes = [number(text) for text in rows[0][2:]]
    assert themes == sorted(themes, reverse=True)


def test_totals_of_themes_count_all_their_works(overview: Overview, which: str, catalogue: Catalogue) -> None:
    section = overview(which, "kk").section("gaps")
    counted = Counter(theme for placed in catalogue.works.values() for theme in tops(catalogue, placed))
    details = numbers_of(section, "gaps-numbers")
    total, *numbers = [number(text) for text in table(details)[0][1:]]
    assert total == len(catalogue.works)
    shown = dict(zip([head.removeprefix("themes/") for head in heads(details)[2:]], numbers, strict=True))
    assert shown == {theme: counted[theme] for theme in shown}
    assert len(shown) == min(THEMES, len(counted))
    assert not counted.keys() - shown.keys() or min(shown.values()) >= max(counted[theme] for theme in counted.keys() - shown.keys())
    for drawn in section.xpath(".//g[@class='pic-totals']/g[not(@class)]"):
        assert [number(text) for text in lettering(drawn)] == [total, *numbers]


# -- languages -----------------------------------------------------------------------------


def three(works: list[Placed], tag: str) -> tuple[int, int, int]:
    """Works in the language; others of which a document may be in it; others."""
    held = [placed for placed in works if tag in languages(placed)]
    may = [placed for placed in works if tag not in languages(placed) and "not-stated" in languages(placed)]
    return len(held), len(may), len(works) - len(held) - len(may)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_what_exists_what_may_and_what_is_not_known_to(
    overview: Overview, which: str, catalogue: Catalogue, language: str
) -> None:
    section = overview(which, language).section("languages")
    expected = {f"languages/{tag}": three(list(catalogue.works.values()), tag) for tag in catalogue.languages}
    assert {row[0]: tuple(map(number, row[1:])) for row in table(numbers_of(section, "held-numbers"))} == expected
    drawing = section.xpath(".//svg[@aria-labelledby='held-title']")[0]
    drawn = [number("".join(text.xpath("./text()"))) for text in drawing.xpath(".//text[contains(@class, 'pic-figure')]")]
    assert drawn == [n for numbers in expected.values() for n in numbers]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_type_has_its_numbers_in_each_language(overview: Overview, which: str, catalogue: Catalogue, language: str) -> None:
    section = overview(which, language).section("languages")
    rows = table(numbers_of(section, "kinds-numbers"))
    drawing = section.xpath(".//svg[@aria-labelledby='kinds-title']")[0]
    linked = {terms(cell.get("href")): number(lettering(cell)[0]) for cell in drawing.xpath(".//a[contains(@href, 'search/')]")}
    for row in rows:
        term = row[0].removeprefix("types/")
        works = [placed for placed in catalogue.works.values() if row[0] == "publications" or placed.work.type == term]
        numbers = [number(text) for text in row[1:]]
        unstated = sum(1 for placed in works if "not-stated" in languages(placed))
        assert numbers == [len(works), *(n for tag in catalogue.languages for n in three(works, tag)), unstated], row[0]
        if row[0] != "publications":
            for tag, n in [*((tag, three(works, tag)[0]) for tag in catalogue.languages), ("not-stated", unstated)]:
                assert linked.get((f"language={tag}", f"type={term}"), 0) == n
    assert {row[0].removeprefix("types/") for row in rows} == {"publications", *(placed.work.type for placed in catalogue.works.values())}


def test_a_bar_of_a_language_is_divided_as_its_numbers_are(overview: Overview, which: str) -> None:
    for row in overview(which, "en").view.gaps.languages:
        numbers = {"in": row.share.held.number, "unstated": row.share.unstated.number, "missing": row.share.missing.number}
        total = sum(numbers.values())
        assert {part.style: round(part.width * total / 400) for part in row.share.parts} == {style: n for style, n in numbers.items() if n}


def test_nothing_is_said_to_be_missing_where_all_is_written(overview: Overview) -> None:
    assert overview("small", "en").tree.xpath("//*[@id='missing']") == []
