"""Every file of the index that is made from the catalogue alone, without pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import Indexes
from library.press.output import OutputFile
from library.press.text_cache import TextCache
from library.search import files, references
from library.search.facets import facet_files, label_files
from library.search.lists import list_files
from library.search.numbering import Numbering
from library.search.terms import KeptTerms
from library.search.texts import searched
from library.search.words import WordIndex
from library.words.labels import Labels

RULES = "assets/javascripts/search/rules.js"
"""Below ``overrides``: the build and the browser analyse words by the same file."""


def of_no_language(catalogue: Catalogue, indexes: Indexes, numbering: Numbering) -> Iterator[OutputFile]:
    """Facets, the works' addresses, of which their ids are the last part, and what citations of lists are composed by."""
    yield from facet_files(catalogue, indexes, numbering)
    yield files.written(files.WORKS, numbering.stamp, addresses=[placed.address for placed in numbering.works])
    yield references.formats_file(numbering)
    yield references.editions_file(numbering)
    yield from list_files(catalogue, indexes, numbering)


def of_language(labels: Labels, numbering: Numbering, rules: Path, kept: TextCache) -> Iterator[OutputFile]:
    """The words of a language and its order of titles."""
    terms = KeptTerms(labels.language, rules, kept)
    index = WordIndex(labels.language, numbering.stamp)
    for number, placed in enumerate(numbering.works):
        index.add(number, terms.of(searched(placed, labels)))
    kept.save(whole=True)
    yield from index.all()
    keys = labels.title_keys
    ordered = sorted(range(len(numbering.works)), key=lambda number: keys[numbering.works[number].work.id])
    yield files.written(files.of_titles(labels.language), numbering.stamp, order=ordered)


def labels_of_facets(labels: Labels, numbering: Numbering) -> Iterator[OutputFile]:
    """What a language calls the values of facets that are fetched when they are asked for."""
    return label_files(labels, numbering)
