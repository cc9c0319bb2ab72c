"""Long lists: parted by letter, their pages numbered and folded."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library.catalogue.values import Id
from library.pages import letters, pagers
from library.pages.letters import Group, parts
from library.pages.pagers import pager
from library.press.addresses import in_one_language, of_letter
from pydantic import TypeAdapter, ValidationError


def shown(number: int, total: int) -> str:
    """A pager as readers see it, the current page in brackets."""
    links = pager(number, [f"list/{page}" for page in range(total)])
    return " ".join(f"[{link.text}]" if link.current else link.text for link in links)


@pytest.mark.parametrize(
    ("number", "total", "expected"),
    [
        (0, 1, ""),
        (1, 5, "1 [2] 3 4 5"),
        (0, 332, "[1] 2 3 … 331 332"),
        (331, 332, "1 2 … 330 331 [332]"),
        (99, 332, "1 2 … 98 99 [100] 101 102 … 331 332"),
        (5, 332, "1 2 3 4 5 [6] 7 8 … 331 332"),
    ],
)
def test_a_pager_folds(number: int, total: int, expected: str) -> None:
    assert shown(number, total) == expected


@given(st.integers(2, 400).flatmap(lambda total: st.tuples(st.integers(0, total - 1), st.just(total))))
def test_a_pager_names_its_page_the_ends_and_the_neighbours(place: tuple[int, int]) -> None:
    number, total = place
    links = pager(number, [f"list/{page}" for page in range(total)])
    named = [int(link.text) - 1 for link in links if link != pagers.GAP]
    assert named == sorted(named)
    assert {0, total - 1, number, max(0, number - 1), min(total - 1, number + 1)} <= set(named)
    assert [link.text for link in links if link.current] == [str(number + 1)]
    assert len(links) <= max(pagers.UNFOLDED, 2 * (pagers.ENDS + pagers.AROUND) + 5)


@pytest.mark.costly
@given(
    st.lists(
        st.tuples(st.sampled_from("ABCЖㅎ"), st.lists(st.text("abc", min_size=1), min_size=1, max_size=60)), unique_by=lambda pair: pair[0]
    )
)
def test_every_item_of_a_parted_list_stands_on_one_page_no_page_is_too_long(lists: list[tuple[str, list[str]]]) -> None:
    groups = [Group(heading, heading.lower(), tuple(items)) for heading, items in lists]
    limit = letters.WHOLE
    letters.WHOLE = 7
    try:
        made = list(parts("people", groups, lambda _: 1, str))
    finally:
        letters.WHOLE = limit
    assert [item for part in made for group in part.groups for item in group.items] == [item for _, items in lists for item in items]
    assert all(len(part.groups[0].items) <= 8 for part in made)
    assert len({part.path for part in made}) == len(made)
    for part in made:
        assert [letter.heading for letter in part.letters if letter.current] == [part.heading]
        assert re.fullmatch(r"people/letter_[a-z0-9-]+(/\d+)?", part.path)


@given(st.text(min_size=1, max_size=2))
def test_no_term_can_have_the_address_of_a_letter(letter: str) -> None:
    _, name = of_letter("people", letter.lower()).split("/", 1)
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(name)
    assert in_one_language(f"people/{name}") and in_one_language(f"people/{name}/2")


@given(st.sampled_from(["people/letter-a", "letters", "publications/letter", "journal/1/some-letter"]))
def test_other_pages_exist_in_every_language(path: str) -> None:
    assert not in_one_language(path)
