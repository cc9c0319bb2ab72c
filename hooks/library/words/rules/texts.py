"""Every text that readers see in some language, beside the English that it was made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from babel.messages.pofile import read_po

from library.catalogue.authorities import VOCABULARIES
from library.catalogue.catalogue import Catalogue
from library.catalogue.records import Record
from library.catalogue.yaml_texts import Keys

Part = Literal["interface", "guide", "label", "scope", "name", "title", "summary"]

IN_CATALOGUE = frozenset({"label", "scope", "name", "title", "summary"})
"""Parts that stand in the catalogue; the others are the project's own."""


@dataclass(frozen=True)
class Text:
    """A text in one language.

    ``id`` is what exceptions name it by: the id of a work, an issue (``issue-5``) or a term
    (``themes:pay``) or of a kind of records (``event:annual-conference-2023``), the English of a message, the name of a page of ``docs``. ``english`` is the
    text in English, empty in an English text. ``printed`` is true of a title that a document
    prints, which nobody may change. ``place`` gives line and column, counted from 1.
    """

    id: str
    part: Part
    language: str
    text: str
    english: str
    path: str
    place: Callable[[], tuple[int, int]]
    printed: bool = False


def every_text(catalogue: Catalogue, locales: Path, docs: Path) -> Iterator[Text]:
    """All texts of the catalogue, of the interface and of the guides, in all languages."""
    yield from catalogue_texts(catalogue)
    yield from message_texts(locales, catalogue.languages)
    yield from guide_texts(docs, catalogue.languages)


def catalogue_texts(catalogue: Catalogue) -> Iterator[Text]:
    for name in VOCABULARIES:
        if name in catalogue.vocabularies:
            yield from _terms(catalogue, name)
    for work_id, placed in catalogue.works.items():
        yield from _described(placed.record, placed.keys, work_id, placed.work, catalogue.languages)
    for issue_id, issue in catalogue.issues.items():
        yield from _described(catalogue.issue_records[issue_id], (), f"issue-{issue_id}", issue, catalogue.languages)
    for kind, records in catalogue.filed.items():
        for filed in records.values():
            yield from _described(filed.record, (), f"{kind}:{filed.id}", filed.value, catalogue.languages)


def _described(record: Record, keys: Keys, named: str, described: object, languages: tuple[str, ...]) -> Iterator[Text]:
    """Title and summary of a work or an issue."""
    parts: tuple[Part, ...] = ("title", "summary")
    for part in parts:
        texts = getattr(described, part, None) or {}
        supplied = getattr(getattr(described, "supplied", None), part, ())
        for language in languages:
            if language in texts:
                english = texts.get("en", "") if language != "en" else ""
                printed = part == "title" and language not in supplied
                yield Text(named, part, language, texts[language], english, record.name, _at(record, (*keys, part, language)), printed)


def _at(record: Record, keys: Keys) -> Callable[[], tuple[int, int]]:
    return lambda: record.place(keys)


def _terms(catalogue: Catalogue, name: str) -> Iterator[Text]:
    vocabulary = catalogue.vocabularies[name]
    path = f"{catalogue.folder.name}/vocabularies/{name}.yml"
    for term in vocabulary.terms.values():
        place = _line_of(catalogue.folder / "vocabularies" / f"{name}.yml", f"id: {term.id}")
        named = f"{name}:{term.id}"
        if name == "parties":
            for body_name in term.names if term.kind == "body" else ():
                for language, text in body_name.label.items():
                    yield Text(named, "name", language, text, "", path, place)
            continue
        for field, part in (("label", "label"), ("plural", "label"), ("scope", "scope")):
            texts = getattr(term, field, None) or {}
            for language, text in texts.items():
                yield Text(named, part, language, text, texts.get("en", "") if language != "en" else "", path, place)  # type: ignore[arg-type]


def _line_of(path: Path, words: str) -> Callable[[], tuple[int, int]]:
    """Where words stand in a file as a whole, or its first line: looked for only when something is told."""
    whole = re.compile(re.escape(words) + r"(?![\w-])")

    def place() -> tuple[int, int]:
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if found := whole.search(line):
                return number, found.start() + 1
        return 1, 1

    return place


# -- interface -----------------------------------------------------------------------


_HOLE = re.compile(r"%\(\w+\)s")
_AS_WRITTEN = re.compile(
    r'"398"|&, —, é|`[^`]+`|`|%PDF-|---|(?<=«)- |\*\*|\*(?=\.|%)|…|/?\*\.\w+|--[a-z]+(?: \w+)?|(?<= )\.(?:xlsx?|csv)\b'
)
"""What a sentence of the checks quotes as records and commands have it, whatever the language."""


def message_texts(locales: Path, languages: tuple[str, ...]) -> Iterator[Text]:
    """Messages of the pages, of the staff's form and of the checks in each language that has a file, and their English once."""
    told: set[str] = set()
    for language, domain in product(languages, ("messages", "form", "problems")):
        path = locales / language / "LC_MESSAGES" / f"{domain}.po"
        if not path.is_file():
            continue
        name = _name(path, locales, "overrides/locales")
        with path.open("rb") as file:
            messages = read_po(file, locale=language)
        for message in messages:
            if not message.id:
                continue
            ids, strings = _forms(message.id), _forms(message.string)
            line = message.lineno or 1
            if domain != "messages":
                # Their English speaks of the model and of files to developers too, and many terms in other senses.
                said = strings if domain == "form" else [_AS_WRITTEN.sub("\N{WHITE SQUARE}", _HOLE.sub("x", text)) for text in strings]
                yield from (Text(ids[0], "interface", language, text, "", name, _constant(line)) for text in said)
                continue
            for english in ids:
                if english not in told:
                    told.add(english)
                    yield Text(ids[0], "interface", "en", english, "", name, _constant(line))
            for text in dict.fromkeys(strings):
                yield Text(ids[0], "interface", language, text, ids[-1], name, _constant(line))


def _forms(text: object) -> tuple[str, ...]:
    """A message's text, or its texts for one and for many."""
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text or ""),)


def _constant(line: int) -> Callable[[], tuple[int, int]]:
    return lambda: (line, 1)


def _name(path: Path, root: Path, shown: str) -> str:
    return f"{shown}/{path.relative_to(root).as_posix()}"


# -- guides --------------------------------------------------------------------------

_CODE = re.compile(r"`[^`]*`")
_TARGET = re.compile(r"\]\([^)]*\)")
_FOREIGN = re.compile(r"<em lang=\"?\w+\"?>.*?</em>|(?<!\*)\*[^*]+\*(?!\*)")
_MARKS = re.compile(r"^ *(?:#+ |[-*] |\d+\. |> |description: )")


def guide_texts(docs: Path, languages: tuple[str, ...]) -> Iterator[Text]:
    """Lines of the pages in ``docs``, each beside the line of the English page in the same place."""
    for english_path in sorted(docs.rglob("*.md")):
        if "." in english_path.stem:
            continue
        english = english_path.read_text("utf-8").split("\n")
        page = english_path.relative_to(docs).as_posix()
        for language in languages:
            path = english_path if language == "en" else english_path.with_name(f"{english_path.stem}.{language}.md")
            if not path.is_file():
                continue
            lines = path.read_text("utf-8").split("\n")
            beside = english if language != "en" and len(lines) == len(english) else [""] * len(lines)
            for number, (line, original) in enumerate(zip(lines, beside, strict=True), 1):
                if prose := _prose(line):
                    yield Text(page, "guide", language, prose, _prose(original), _name(path, docs, "docs"), _constant(number))


def _prose(line: str) -> str:
    """A line without marks of Markdown and targets of links; a white square is code or a title in italics."""
    line = _FOREIGN.sub("\N{WHITE SQUARE}", _MARKS.sub("", line))
    line = _CODE.sub("\N{WHITE SQUARE}", _TARGET.sub("]", line))
    return "" if not re.search(r"\w", line) else line.replace("[", "").replace("]", "").strip()
