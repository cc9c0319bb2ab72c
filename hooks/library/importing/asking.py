"""``library new``: asks for a publication in plain words, and suggests its terms, id and citation key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import click

from library.catalogue.catalogue import Catalogue
from library.catalogue.languages import INTERNATIONAL, text_in
from library.catalogue.problems import Phrase, nearest, part
from library.importing import values
from library.importing.entries import Entry
from library.importing.parties import latin
from library.importing.reading import table
from library.importing.reading.table import Row
from library.importing.values import Terms
from library.keeping.naming import citation_key, free, slug, taken_ids

_ASKED = (
    ("authors", part("Who wrote it? Family, Given; several apart by semicolons; a new body in quotes")),
    ("issued", part("When did it come out? As printed: 2019, 2019-05 or 2019-05-31")),
    ("issuer", part("Which body put it out?")),
    ("publisher", part("Which publisher, if another?")),
    ("place", part("Where, as printed?")),
    ("extent", part("How many pages?")),
    ("isbn", part("ISBN, as printed")),
    ("doi", part("DOI")),
    ("address", part("Where can it be read on the web?")),
    ("summary", part("One or two plain sentences in your own words, in its language")),
    ("note", part("A remark for colleagues")),
)
"""Columns of the workbook that are asked for one by one; what is not known is left empty."""

_PARTS = ("article", "chapter", "conference-paper", "entry")
_OF_PARTS = (
    ("host", part("What does it stand in? The title of the journal or the book")),
    ("volume", part("In which volume?")),
    ("issue", part("In which issue?")),
    ("pages", part("On which pages? The first and the last, as in 11-31")),
)


class Asking:
    """Asks on the terminal; every answer is looked at before the next question."""

    def __init__(self, catalogue: Catalogue, phrase: Phrase = str) -> None:
        self.catalogue = catalogue
        self.phrase = phrase
        terms = catalogue.vocabularies
        self.types = Terms(terms["types"].terms, loosely=True)
        self.themes = Terms(terms["themes"].terms, loosely=True)

    def entry(self) -> Entry:
        """The entry of the answers, with the id and the key that were agreed to."""
        click.echo(self.phrase("What is not known stays empty: press Enter. Nothing is written before the end.") + "\n")
        answers = {"title": self._ask(part("What is its title, as printed?"), _something)}
        answers["language"] = self._ask(part("In which language is it?"), self._language)
        answers["type"] = self._ask(part(f"What is it? {', '.join(self._offered())}"), self._type)
        for name, question in (*(_OF_PARTS if answers["type"] in _PARTS else ()), *_ASKED):
            answers[name] = self._ask(question, _CHECKS.get(name))
        answers["themes"] = self._themes(answers)
        made = table.entries([Row(0, list(answers)), Row(1, list(answers.values()))], "your answers")
        entry = made.entries[0]
        entry.line = 0
        entry.work, entry.key = self._names(entry)
        return entry

    def source(self) -> str:
        """Where the facts were read: an address, or an id of the vocabulary of sources."""
        known = self.catalogue.vocabularies["sources"]

        def check(text: str) -> str:
            if text in known or (text.startswith(("https://", "http://")) and not values.fault("address", text)):
                return text
            raise click.UsageError(f"this is neither an address nor one of {', '.join(known)}. {nearest(text, known)}".strip())

        return self._ask(part(f"Where did you read this? An address, or one of {', '.join(known)}"), check)

    def _ask(self, question: str, check: Callable[[str], str] | None = None, default: str = "") -> str:
        def checked(text: str) -> str:
            try:
                return check(text) if check else text.strip()
            except click.UsageError as error:
                raise click.UsageError(self.phrase(error.message)) from None

        answer: str = click.prompt(self.phrase(question), default=default, show_default=bool(default), value_proc=checked)
        return answer

    def _offered(self) -> Iterator[str]:
        for term in self.catalogue.vocabularies["types"].terms.values():
            if term.id not in ("commentary", "book-review", "journal-issue"):
                yield text_in(term.label, INTERNATIONAL)

    def _type(self, text: str) -> str:
        if found := self.types.of(text):
            return found
        raise click.UsageError(f"this is no type of ours. {nearest(text.lower(), [each.lower() for each in self._offered()])}".strip())

    def _language(self, text: str) -> str:
        if not text or (found := values.language(text, self.catalogue.vocabularies["languages"])):
            return found if text else ""
        raise click.UsageError("this is no language of vocabularies/languages.yml: write its name or its tag, as in Russian or ru")

    def _themes(self, answers: Mapping[str, str]) -> str:
        suggested = "; ".join(suggestions(f"{answers['title']} {answers['summary']}", self.catalogue.vocabularies["themes"].terms))

        def check(text: str) -> str:
            for word in filter(None, (each.strip() for each in text.split(";"))):
                if not self.themes.of(word):
                    raise click.UsageError(f'"{word}" is no theme of ours. {nearest(word, self.catalogue.vocabularies["themes"])}'.strip())
            return text.strip()

        return self._ask(part("What is it about? Themes, apart by semicolons, the chief one first"), check, suggested)

    def _names(self, entry: Entry) -> tuple[str, str]:
        works = self.catalogue.works
        keys = taken_ids(edition.citation_key for placed in works.values() for edition in placed.work.editions)
        maker = next((name for _, name in entry.people), None)
        by = (maker.family or maker.whole.partition(" ")[0]) if maker else entry.issuer.partition(" ")[0]
        year = values.issued(entry.issued)[0][:4] if entry.issued else ""
        work_id = free(slug(entry.title, latin, "publication"), taken_ids(works))
        key = free(citation_key(by, year, entry.title, latin), keys)

        def check_id(text: str) -> str:
            if values.fault("id", text) or text in works:
                raise click.UsageError("an id has small Latin letters, digits and single hyphens, and no other work has it")
            return text

        def check_key(text: str) -> str:
            if values.fault("citation_key", text) or text.lower() in keys:
                raise click.UsageError(
                    "a key has 3 to 60 Latin letters, digits, hyphens, underscores or colons, and no other edition has it"
                )
            return text

        return (
            self._ask(part("Its id, which is its address for ever; a few telling words, best in English"), check_id, work_id),
            self._ask(part("Its citation key"), check_key, key),
        )


def suggestions(text: str, terms: Mapping[str, Any]) -> Iterator[str]:
    """Ids of at most five terms all of whose words, in some language, begin as words of the text do."""
    words = _words(text)
    found = 0
    for term in terms.values():
        called = [*term.label.values(), *(word for each in (term.searched_as or {}).values() for word in each)]
        if found < 5 and any(
            wanted and all(any(_alike(one, other) for other in words) for one in wanted) for wanted in map(_words, called)
        ):
            found += 1
            yield term.id


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if len(word) > 2 and word not in ("and", "the", "for")]


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, roughly: endings change, beginnings stay."""
    length = max(4, min(len(one), len(other)) - 2) if min(len(one), len(other)) > 4 else max(len(one), len(other))
    return one[:length] == other[:length]


def _something(text: str) -> str:
    if not text.strip():
        raise click.UsageError("every record has a title")
    return text.strip()


def _something_that_it_stands_in(text: str) -> str:
    if not text.strip():
        raise click.UsageError("it is a part of something: say of what")
    return text.strip()


def _date(text: str) -> str:
    if text and values.issued(text) != (text, ""):
        raise click.UsageError("this is no such date; a doubtful one stays empty, and what is doubtful goes into the remark")
    return text


def _number(text: str) -> str:
    if text and not values.extent(text):
        raise click.UsageError("write one number, as in 579")
    return text


def _checked(name: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        text = values.doi(text.strip()) if name == "doi" else text.strip()
        for each in filter(None, re.split(r"\s*;\s*", text) if name == "isbn" else [text]):
            if said := values.fault(name, each):
                raise click.UsageError(said)
        return text

    return check


_CHECKS: Mapping[str, Callable[[str], str]] = {
    "issued": _date,
    "extent": _number,
    **{name: _checked(name) for name in ("isbn", "doi", "address", "pages")},
    "host": _something_that_it_stands_in,
}
