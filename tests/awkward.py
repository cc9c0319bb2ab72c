"""Texts that some format takes for its own, for tests that read exports back."""

from __future__ import annotations

from hypothesis import strategies as st

AWKWARD = [
    *"&%#_$~^\\{}\"'`<>[]()@=,;:.!?/|*+- aAbZéñЁйӘғ가힣漢אבعل0123",
    "😀",
    "👩\u200d💻",
    "e\u0301",
    "й",
    "\u200f",
    "\u202e",
    "\u00a0",
    "№",
    "ﷺ",
    " and ",
    "--",
    "``",
    "\\&",
    "{}",
    "TY  - ",
    "ER  - ",
    "@book{",
    "HRM",
]
"""Characters and pieces that some format takes for its own, or that a careless writer loses."""


def texts(max_size: int = 500) -> st.SearchStrategy[str]:
    """Texts as a record may hold them: in any script, on one line, without spaces at their ends."""
    any_letter = st.characters(exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp"), exclude_characters="\ufffe\uffff")
    pieces = st.lists(st.one_of(st.sampled_from(AWKWARD), any_letter), min_size=1, max_size=max_size)
    return pieces.map(lambda parts: " ".join("".join(parts).split())[:max_size].strip()).filter(bool)
