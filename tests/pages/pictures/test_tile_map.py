"""The tile map: every country has its own square."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.pages.pictures import tile_map
from library.pages.pictures.tile_map import parse, places
from overview_page import render

STYLESHEET = (ROOT / "overrides" / "assets" / "stylesheets" / "pictures.css").read_text("utf-8")


def squares() -> list[tuple[tuple[int, int], str]]:
    """Where each country stands on the whole map."""
    return [((place.column + column, place.row + row), code) for place in places() for (column, row), code in place.codes.items()]


def test_every_country_of_the_vocabulary_has_one_square_and_no_other_has(kept_catalogue: Catalogue) -> None:
    assert Counter(code for _, code in squares()) == Counter(dict.fromkeys(kept_catalogue.vocabularies["countries"], 1))


def test_no_two_countries_share_a_square() -> None:
    assert [place for place, number in Counter(place for place, _ in squares()).items() if number > 1] == []


def test_pieces_do_not_overlap_and_fit_a_narrow_screen() -> None:
    taken: Counter[tuple[int, int]] = Counter()
    for place in places():
        assert place.columns <= 12, f"{place.name} is wider than a phone shows"
        taken.update((place.column + column, place.row + row) for column in range(place.columns) for row in range(place.rows))
    assert max(taken.values()) == 1


@pytest.mark.parametrize(
    ("one", "direction", "other"),
    [
        ("NO", "north", "IT"),
        ("RU", "north", "KZ"),
        ("KZ", "north", "UZ"),
        ("KG", "east", "UZ"),
        ("GE", "north", "AM"),
        ("AZ", "east", "AM"),
        ("KZ", "west", "CN"),
        ("KR", "east", "CN"),
        ("JP", "east", "KR"),
        ("KP", "north", "KR"),
        ("PT", "west", "ES"),
        ("US", "north", "MX"),
        ("ZA", "south", "EG"),
        ("IN", "east", "PK"),
        ("NZ", "south", "AU"),
        ("TJ", "south", "KG"),
        ("TM", "south", "UZ"),
        ("BY", "north", "UA"),
    ],
)
def test_countries_stand_roughly_as_on_the_globe(one: str, direction: str, other: str) -> None:
    where = {code: place for place, code in squares()}
    (x, y), (other_x, other_y) = where[one], where[other]
    assert {"north": y < other_y, "south": y > other_y, "west": x < other_x, "east": x > other_x}[direction]


def test_a_drawing_of_pieces_is_read_as_it_stands() -> None:
    first, second = parse("# words\n\nnorth 2 1\nAA ..\n.. BB\n\nsouth 0 3\nCC\n")
    assert (first.column, first.row, first.codes, first.columns, first.rows) == (2, 1, {(0, 0): "AA", (1, 1): "BB"}, 2, 2)
    assert (second.name, second.codes) == ("south", {(0, 0): "CC"})


def stands(name: str) -> tuple[int, ...]:
    """Row, column, and how many rows and columns from there, of a piece on a wide screen, as the stylesheet says."""
    found = re.search(rf"\.pic-map__piece--{name} {{ grid-area: ([^}}]+); }}", STYLESHEET)
    assert found, name
    return tuple(int(number) for number in re.findall(r"-?\d+", found[1]))


def test_the_stylesheet_places_each_piece_as_the_map_says() -> None:
    columns, rows = (max(end) for end in zip(*((place.column + place.columns, place.row + place.rows) for place in places())))
    assert f"grid-template: repeat({rows}, var(--tile)) / repeat({columns}, var(--tile));" in STYLESHEET
    assert f"(100vw - 5rem) / {columns})" in STYLESHEET
    for place in places():
        assert stands(place.name) == (place.row + 1, place.column + 1, place.rows, place.columns)
        assert f".pic-map__piece--{place.name} {{ --w: {place.columns}; }}" in STYLESHEET
    assert f".pic-map__piece--elsewhere {{ --w: {tile_map.ELSEWHERE}; }}" in STYLESHEET


def test_a_country_that_the_map_does_not_know_stands_below_it(small_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    without = [replace(place, codes={at: code for at, code in place.codes.items() if code not in ("KZ", "NO")}) for place in places()]
    monkeypatch.setattr(tile_map, "places", lambda: tuple(without))
    seen = render(small_catalogue, "en").view.map
    assert [tile.code for tile in seen.pieces[-1].tiles] == ["KZ", "NO"]
    assert seen.pieces[-1].name == "elsewhere"
    assert stands("elsewhere")[0] > max(stands(place.name)[0] - 1 + place.rows for place in places())
    assert {"KZ", "NO"} <= {tile.code for tile in seen.table}


def test_a_country_without_works_is_shown_and_not_a_link(small_catalogue: Catalogue) -> None:
    section = render(small_catalogue, "ru").section("map")
    quiet = section.xpath(".//g[@class='pic-quiet']/g[text='FJ']")
    assert [tile.xpath("string(title)") for tile in quiet] == ["Фиджи"]
    assert not quiet[0].xpath("ancestor::a")
