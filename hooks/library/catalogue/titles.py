"""What is shown of a work or an issue in a language: its title and summary there, or those there are, marked with their language.

A record needs a title in a language of its document and no more; whoever shows titles and summaries asks here, so that pages,
lists, feeds and exports give the same one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from library.catalogue.model import Issue, Work


@dataclass(frozen=True)
class Shown:
    """A text and its language. ``supplied``: no document prints it. Both texts are empty where the record has none at all."""

    text: str
    language: str
    supplied: bool

    @property
    def marked(self) -> str:
        """In square brackets where it was supplied, as titles are shown."""
        return f"[{self.text}]" if self.supplied else self.text

    def language_beside(self, language: str) -> str:
        """The language of the text, for whoever shows it among texts in ``language``; empty where it is the same."""
        return "" if self.language == language else self.language


NONE = Shown("", "", False)


def title(work: Work, language: str) -> Shown:
    """The title in a language, or else the first that is printed, and failing that the first."""
    return _shown(work.title, work.supplied.title, language, first_printed(work))


def summary(described: Work | Issue, language: str) -> Shown:
    """The summary in a language, or else in that of the title which is then shown, and failing that the first."""
    if not described.summary or language in described.summary or isinstance(described, Issue):
        return _shown(described.summary, described.supplied.summary, language)
    return _shown(described.summary, described.supplied.summary, language, title(described, language).language)


def own_title(issue: Issue, language: str) -> Shown:
    """An issue's own title, which few have, in a language, or else the first."""
    return of_texts(issue.title or {}, issue.supplied.title, language)


def of_texts(texts: Mapping[str, str], supplied: Collection[str], language: str) -> Shown:
    """Of any text: in a language, or else the first that is printed, and failing that the first. ``supplied`` are languages whose text no source prints."""
    return _shown(texts, supplied, language, *[tag for tag in texts if tag not in supplied][:1])


def first_printed(work: Work) -> str:
    """Language of the first title that a document prints; of the first title where none is printed."""
    return next((tag for tag in work.title if tag not in work.supplied.title), next(iter(work.title)))


def _shown(texts: Mapping[str, str], supplied: Collection[str], *wanted: str) -> Shown:
    for language in (*wanted, *texts):
        if language in texts:
            return Shown(texts[language], language, language in supplied)
    return NONE
