"""Every file of the index that is made from the catalogue alone, without pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..cache import TextCache
from ..catalogue import Catalogue
from ..citing import Citing
from ..export_texts import ExportTexts
from ..indexes import Indexes
from ..labels import Labels
from ..output import OutputFile
from ..references import Formatted
from . import files, references
from .facets import facet_file
from .numbering import Numbering
from .terms import KeptTerms
from .texts import searched
from .words import WordIndex

RULES = "assets/javascripts/search/rules.js"
"""Below ``overrides``: the build and the browser analyse words by the same file."""


def of_no_language(
    catalogue: Catalogue,
    indexes: Indexes,
    numbering: Numbering,
    texts: ExportTexts,
    citing: Citing,
    formatted: Mapping[str, tuple[Formatted, ...]],
) -> Iterator[OutputFile]:
    """Facets, the works' addresses, of which their ids are the last part, and what can be taken away."""
    yield facet_file(catalogue, indexes, numbering)
    yield files.written(files.WORKS, numbering.stamp, addresses=[placed.address for placed in numbering.works])
    yield from references.bundles(numbering, texts, citing, formatted)


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
