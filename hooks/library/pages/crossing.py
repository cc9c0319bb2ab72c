"""What else the works of a list have in common: ways on from a country to its themes, and from a theme to its countries."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode

from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import NOT_STATED, Shelf, terms_of_work
from library.search.facets import SEARCH_FACETS
from library.words.labels import FACET_BY_PATH

MOST = 6
"""Terms that are offered, those with most works: a few lines above the list of a phone."""

_NAMES = {path: name for name, path in SEARCH_FACETS.items()}


def crossed(catalogue: Catalogue, shelf: Shelf) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The facet that crosses a list's, and its terms that some but not all works of the list have, with their numbers.

    Nothing where the search does not know the list's own facet.
    """
    other = "countries" if shelf.facet.path == "themes" else "themes"
    if shelf.facet.path not in _NAMES:
        return other, ()
    if other not in shelf.crossed:
        counts = Counter(term for placed in shelf.works for term in terms_of_work(catalogue, FACET_BY_PATH[other], placed))
        found = [(term, number) for term, number in counts.most_common() if number < len(shelf.works) and term != NOT_STATED]
        shelf.crossed[other] = tuple(found[:MOST])
    return other, shelf.crossed[other]


def address(shelf: Shelf, other: str = "", term: str = "") -> str:
    """Of the search for a list's works, of those alone that have a term of another facet where one is given."""
    found = {_NAMES[shelf.facet.path]: shelf.term.lower()} | ({_NAMES[other]: term.lower()} if other else {})
    return f"search/?{urlencode(found)}"
