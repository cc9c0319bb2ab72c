"""What the citation box of a work shows: its editions' references in every style, and files to take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from library.catalogue.catalogue import Placed
from library.citations import paths as citation_paths
from library.citations.citing import Citing
from library.citations.formats import BIBTEX
from library.citations.references import STYLES, Formatted
from library.citations.texts import ExportTexts
from library.words.labels import Labels

FIRST_STYLES = {"ru": "gost", "kk": "gost"}
"""The style that is chosen at first, by the page's language: what institutions there ask for."""
FIRST_STYLE = "apa"


@dataclass(frozen=True)
class StyleView:
    """A style as readers choose it."""

    id: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class CitationView:
    """One edition's references: pairs of style and HTML. ``absent`` are styles that other editions have.

    ``number`` is its place in the work's files, ``file`` how a file of it alone is called, without an ending.
    """

    key: str
    label: str
    language: str
    references: tuple[tuple[StyleView, Markup], ...]
    absent: tuple[StyleView, ...]
    bibtex: str
    number: int
    file: str


@dataclass(frozen=True)
class CitationBox:
    """``exports`` are the work's files, which hold all its editions, ``file`` how they are called, without an ending."""

    styles: tuple[StyleView, ...]
    citations: tuple[CitationView, ...]
    exports: tuple[tuple[str, str], ...]
    file: str


class CitationViews:
    """Makes the citation boxes of one language.

    ``references`` are by citation key.
    """

    def __init__(self, labels: Labels, citing: Citing, references: Mapping[str, tuple[Formatted, ...]], texts: ExportTexts) -> None:
        self.labels = labels
        self.words = labels.words
        self.citing = citing
        self.references = references
        self.texts = texts
        names = style_labels(self.words.say)
        first = FIRST_STYLES.get(labels.language, FIRST_STYLE)
        self.styles = {style.id: StyleView(style.id, names[style.id], style.id == first) for style in STYLES}

    def of(self, placed: Placed) -> CitationBox:
        """The box of a work, first the edition that the page offers in its head."""
        citations = self.citing.of_work(placed)
        first = self.citing.offered(placed, self.labels.language)
        offered = {formatted.style.id for citation in citations for formatted in self.references[citation.key]}
        styles = tuple(style for style in self.styles.values() if style.id in offered)
        views = [self._citation(placed, number, bibtex, styles) for number, bibtex in enumerate(self.texts.of(BIBTEX, placed))]
        order = sorted(range(len(views)), key=lambda number: number != first)
        return CitationBox(
            styles,
            tuple(views[number] for number in order),
            citation_paths.links(citation_paths.of_work(placed)),
            f"{placed.work.id}-{placed.changed}",
        )

    def _citation(self, placed: Placed, number: int, bibtex: str, styles: tuple[StyleView, ...]) -> CitationView:
        citation = self.citing.of_work(placed)[number]
        language = citation.language
        written = {formatted.style.id: formatted.html for formatted in self.references[citation.key]}
        return CitationView(
            key=citation.key,
            label=self.labels.vocabulary("languages", language) if language else self.words.say("Language not stated"),
            language=language or citation.title_language,
            references=tuple((style, written[style.id]) for style in styles if style.id in written),
            absent=tuple(style for style in styles if style.id not in written),
            bibtex=bibtex,
            number=number,
            file=f"{citation_paths.of_edition(placed, citation).rsplit('/', 1)[-1].replace('.', '-')}-{placed.changed}",
        )


def style_labels(say: Callable[[str], str]) -> dict[str, str]:
    """Names of the styles, spelt out so that translators' tools find them."""
    return {
        "gost": say("GOST, short"),
        "gost-full": say("GOST, full description"),
        "apa": say("APA"),
        "chicago": say("Chicago"),
        "harvard": say("Harvard"),
        "vancouver": say("Vancouver"),
        "romanised": say("References (romanised)"),
    }
