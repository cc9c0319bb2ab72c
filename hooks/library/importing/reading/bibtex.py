"""BibTeX and BibLaTeX, as bibtexparser divides them: what is broken is quoted with its line, and the rest is taken.

Entries inherit from those they name in ``crossref`` and ``xdata``, as biber does it (biblatex manual, appendix B).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping

from bibtexparser import middlewares, model
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts, split_multiple_persons_names

from library.catalogue.problems import part
from library.importing.entries import Broken, Entry, Named, Reading
from library.importing.hosts import PARTS
from library.importing.kinds import BY_FORMAT, NUMBERED, kind_in_words
from library.importing.reading import our_remarks
from library.importing.reading.tex import untex

_PEOPLE = {"author": "author", "editor": "editor", "translator": "translator", "supervisor": "supervisor"}

_PLAIN = {
    "institution": "issuer",
    "organization": "issuer",
    "school": "issuer",
    "volume": "volume",
    "doi": "doi",
    "pagetotal": "extent",
    "journaltitle": "container",
    "journal": "container",
    "booktitle": "container",
    "abstract": "abstract",
    "copyright": "licence",
    "type": "genre",
    "file": "document",
    "edition": "edition",
    "volumes": "volumes",
    "eid": "own_number",
    "origtitle": "original_title",
    "origlanguage": "original_language",
    "origdate": "original_issued",
    "origyear": "original_issued",
    "eventtitle": "event",
    "venue": "event_place",
    "eventdate": "event_date",
}
"""Fields that go into one of an entry's, by name, whatever its type."""

_MEANT_FOR_PROGRAMS_TOLD = (
    "langid hyphenation language date year month day options ids crossref xref xdata url title subtitle series number pages isbn issn "
    "keywords publisher location address entrysubtype related relatedtype relatedstring note "
    "titleaddon annote annotation addendum maintitle howpublished"
)
_MEANT_FOR_PROGRAMS = frozenset(_MEANT_FOR_PROGRAMS_TOLD.split())
"""Fields that are read one by one, or say nothing of the publication."""

_NOT_INHERITED_TOLD = (
    "ids crossref xref entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype "
    "shorthand shorthandintro sortkey keywords abstract note pagetotal"
)
_NOT_INHERITED = frozenset(_NOT_INHERITED_TOLD.split())
_DATE = frozenset(("date", "year", "month", "day"))

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ROMAN = re.compile(r"[IVXLC]+\Z")

Fields = dict[str, str]


def read(text: str, file: str) -> Reading:
    """Every entry of a file, in its order."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it warns of is told in the report
    stack = [middlewares.ResolveStringReferencesMiddleware(True), middlewares.RemoveEnclosingMiddleware(True)]
    months = "".join(f'@string{{{month} = "{number}"}}\n' for number, month in enumerate(_MONTHS, 1))
    # The macros of months, which every style knows, before the file; its lines are counted without them.
    library = parse_string(months + text, parse_stack=stack)
    reading = Reading()
    blocks: dict[str, tuple[str, Fields]] = {}
    found: list[tuple[int, model.Entry, Fields]] = []
    for block in library.blocks:
        line = (block.start_line or 0) + 1 - len(_MONTHS)
        told = block.ignore_error_block if isinstance(block, model.DuplicateBlockKeyBlock) else block
        if isinstance(told, model.Entry):
            fields = {field.key.lower(): str(field.value) for field in told.fields}
            blocks.setdefault(told.key, (told.entry_type.lower(), fields))
            found.append((line, told, fields))
        elif isinstance(block, model.DuplicateFieldKeyBlock) and isinstance(block.ignore_error_block, model.Entry):
            fields = _first_of_each(block.ignore_error_block)
            blocks.setdefault(block.ignore_error_block.key, (block.ignore_error_block.entry_type.lower(), fields))
            found.append((line, block.ignore_error_block, fields))
        elif isinstance(block, model.ParsingFailedBlock):
            reading.broken.append(Broken(file, line, _quoted(block.raw or ""), _why(block)))
        elif isinstance(block, model.Preamble):
            reading.remarks.append(part(f"line {line}: a preamble is for LaTeX and was passed over"))
    for line, block, fields in found:
        if block.entry_type.lower() != "xdata":
            reading.entries.append(_entry(block, _whole(block.key, fields, blocks), file, line))
    return reading


def _first_of_each(block: model.Entry) -> Fields:
    """The fields of an entry in which some stand twice; each further value has a name of its own, and is kept in the note."""
    fields: Fields = {}
    for field in block.fields:
        value = str(field.value).strip()
        value = value[1:-1] if value[:1] + value[-1:] in ("{}", '""') else value
        name = field.key.lower()
        while name in fields:
            name += " (again)"
        fields[name] = value
    return fields


def _quoted(raw: str) -> str:
    lines = [line.strip() for line in raw.strip().split("\n") if line.strip()]
    return " ".join(lines[:2])[:160]


def _why(block: model.ParsingFailedBlock) -> str:
    said = str(block.error).strip().split("\n")[0] if block.error else ""
    hint = "a brace or a quotation mark was opened and not closed, or a comma is missing"
    return f"{said or 'this is no entry of BibTeX'}; {hint}" if said else f"this is no entry of BibTeX: {hint}"


# -- inheriting ----------------------------------------------------------------------------------------


def _whole(key: str, fields: Fields, blocks: Mapping[str, tuple[str, Fields]], seen: frozenset[str] = frozenset()) -> Fields:
    """The fields of an entry with those that it inherits; a circle ends where it began."""
    made = dict(fields)
    for name in ("xdata", "crossref"):
        for parent_key in (each.strip() for each in fields.get(name, "").split(",")):
            parent = blocks.get(parent_key)
            if parent is None or parent_key in seen or parent_key == key:
                continue
            above = _whole(parent_key, parent[1], blocks, seen | {key})
            renamed = _renamed(parent[0]) if name == "crossref" else {}
            # One date in two spellings: the year of a volume is not that of its set, which biber knows, too.
            dated = _DATE if _DATE & made.keys() else frozenset[str]()
            for field, value in above.items():
                if field not in _NOT_INHERITED | dated:
                    made.setdefault(renamed.get(field, field), value)
    return made


def _renamed(parent: str) -> Mapping[str, str]:
    """What the title of a parent is in what stands in it: of a set its main title, of a periodical the journal's, of a book the book's."""
    if parent.startswith("mv"):
        return {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
    if parent == "periodical":
        return {"title": "journaltitle", "subtitle": "journalsubtitle"}
    return {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}


# -- one entry -----------------------------------------------------------------------------------------


def _entry(block: model.Entry, fields: Fields, file: str, line: int) -> Entry:
    called = block.entry_type.lower()
    entry = Entry(file, line, block.key, BY_FORMAT["bibtex"].get(called, "other"), f"@{called}")
    entry.title, entry.set_title = _title(fields, "title"), untex(fields.get("maintitle", ""))
    if not entry.title:
        entry.title, entry.set_title = entry.set_title, ""
    _how_published(entry, fields)
    for name, role in _PEOPLE.items():
        if name in fields:
            people, others = named(fields[name])
            entry.people += [(role, person) for person in people]
            entry.and_others |= others
    for name, ours in _PLAIN.items():
        if (value := untex(fields.get(name, ""))) and not getattr(entry, ours):
            setattr(entry, ours, value)
        elif value and value != getattr(entry, ours):
            entry.keep(name, value)
    _whole_title(entry, fields)
    entry.language = untex(fields.get("language") or fields.get("langid") or fields.get("hyphenation", ""))
    entry.issued = _issued(fields)
    entry.address = untex(fields.get("url", ""), address=True)
    entry.isbn = [isbn for isbn in re.split(r"[,;]\s*|\s+(?=97[89])", untex(fields.get("isbn", ""))) if isbn]
    entry.issn = [issn for issn in re.split(r"[,;\s]+", untex(fields.get("issn", ""))) if issn]
    entry.keywords = [word for word in re.split(r"\s*[,;]\s*", untex(fields.get("keywords", ""))) if word]
    _publishing(entry, fields)
    _numbers(entry, fields)
    _notes(entry, fields)
    for name, value in fields.items():
        if name not in _PEOPLE and name not in _PLAIN and name not in _MEANT_FOR_PROGRAMS and name != "booksubtitle":
            entry.keep(name, untex(value))
    return entry


def _whole_title(entry: Entry, fields: Fields) -> None:
    if "booksubtitle" in fields and entry.container:
        entry.container = f"{entry.container}: {untex(fields['booksubtitle'])}"
    if entry.kind in PARTS and entry.set_title:
        if entry.container:
            entry.keep("maintitle", entry.set_title)
        entry.container, entry.set_title = entry.container or entry.set_title, ""


def _how_published(entry: Entry, fields: Fields) -> None:
    """Where a dialect has no type for a kind, our exports name it in words, with its number."""
    for name in ("howpublished", "type") if entry.kind == "other" else ("howpublished",):
        if said := untex(fields.get(name, "")):
            entry.kind, entry.own_number = kind_in_words(said, entry.kind)
            if entry.kind == "other":
                entry.keep(name, said)


def _publishing(entry: Entry, fields: Fields) -> None:
    """Publisher and place: in BibLaTeX lists, divided at "and" as names are; the publishers behind the first are kept in the note."""
    publisher, place = fields.get("publisher", ""), fields.get("location") or fields.get("address", "")
    if "location" in fields or "date" in fields:
        publishers = [untex(each) for each in split_multiple_persons_names(publisher)] if publisher else []
        entry.place = "; ".join(untex(each) for each in split_multiple_persons_names(place)) if place else ""
        entry.publisher = publishers[0] if publishers else ""
        for further in publishers[1:]:
            entry.keep("publisher", further)
    else:
        entry.publisher, entry.place = untex(publisher), untex(place)


def _title(fields: Fields, name: str) -> str:
    title, sub = untex(fields.get(name, "")), untex(fields.get(f"sub{name}", ""))
    return f"{title}: {sub}" if title and sub else title or sub


def _numbers(entry: Entry, fields: Fields) -> None:
    """Series, number and pages mean another thing in each type."""
    number, series = untex(fields.get("number", "")), untex(fields.get("series", ""))
    pages = untex(fields.get("pages", "")).replace("–", "-").replace("—", "-").replace(" ", "")
    pages = re.sub(r"-+", "-", pages)
    entry.series = series
    if entry.kind in NUMBERED:
        entry.own_number, entry.series_number = entry.own_number or number, ""
    elif entry.kind == "article" or not series:
        entry.number = number
    else:
        entry.series_number = number
    if entry.kind in ("book", "report", "proceedings", "manual") and pages.isdigit() and not entry.extent:
        entry.extent = pages
    else:
        entry.pages = pages


def _issued(fields: Fields) -> str:
    """The date as one text, of whichever of the two dialects."""
    if date := untex(fields.get("date", "")):
        return date
    year, month, day = (untex(fields.get(name, "")) for name in ("year", "month", "day"))
    if not re.fullmatch("[0-9]{4}", year):
        return " ".join(part for part in (day, month, year) if part)
    found = _month(month)
    if not found:
        return f"{month} {year}".strip() if month else year
    within = re.fullmatch(r"0?([1-9]|[12][0-9]|3[01])", day)
    return f"{year}-{found:02d}" + (f"-{int(within[1]):02d}" if within else "")


def _month(text: str) -> int:
    text = text.strip(" .").lower()
    if text.isdigit() and 1 <= int(text) <= 12:
        return int(text)
    return next((number for number, month in enumerate(_MONTHS, 1) if len(text) > 2 and text.startswith(month)), 0)


def _notes(entry: Entry, fields: Fields) -> None:
    """What stands in notes: remarks of our own exports go back to where they come from, all else is kept."""
    if "titleaddon" in fields:
        english = untex(fields["titleaddon"])
        if re.search("[A-Za-z]", english) and entry.language.lower() not in ("en", "english", ""):
            entry.other_titles["en"] = english
        else:
            entry.keep("titleaddon", english)
    for name in ("note", "annote", "annotation", "addendum"):
        if rest := our_remarks.take(entry, untex(fields.get(name, ""))):
            entry.keep(name, rest)
    relation = {"translationof": "translation-of", "translationas": "translated-as"}.get(untex(fields.get("relatedtype", "")))
    string = untex(fields.get("relatedstring", ""))
    if relation or string.startswith("Also published"):
        entry.siblings += [(key.strip(), relation or "other-language") for key in fields.get("related", "").split(",")]
    elif fields.get("related"):
        entry.keep("related", f"{fields['related']} {string}".strip())


# -- names ---------------------------------------------------------------------------------------------


def named(text: str) -> tuple[list[Named], bool]:
    """The names of a field, and whether it ends in "and others"."""
    found = list(_names(split_multiple_persons_names(" ".join(text.split()))))
    return [name for name in found if name], None in found


def _names(each: Iterable[str]) -> Iterator[Named | None]:
    for text in each:
        if text.strip().lower() in ("others", "et al", "et al."):
            yield None
        elif re.fullmatch(r"\{.*\}", text.strip(), re.DOTALL) and _one_group(text.strip()):
            yield Named(whole=untex(text), is_body=True)
        elif "=" in text and re.search(r"\b(?:family|given)\s*=", text):
            yield _extended(text)
        elif text.strip():
            yield _person(text)


def _one_group(text: str) -> bool:
    """Whether the brace that a text begins with is closed by its last letter."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return at == len(text) - 1
    return False


def _person(text: str) -> Named:
    try:
        parts = parse_single_name_into_parts(text, strict=False)
    except InvalidNameError:
        return Named(whole=untex(text))
    family = untex(" ".join([*parts.von, *parts.last]))
    given, suffix = untex(" ".join(parts.first)), untex(" ".join(parts.jr))
    if suffix and not given and re.fullmatch(r"[^,]+,[^,]+", text) is None:
        return Named(family=family, given=suffix)
    return Named(family=family, given=given, suffix=suffix)


def _extended(text: str) -> Named:
    """biblatex's extended form: ``family=Knox, given=Colin``."""
    parts = {}
    for each in text.split(","):
        name, _, value = each.partition("=")
        parts[name.strip()] = untex(value.strip().strip('"'))
    family = " ".join(part for part in (parts.get("prefix", ""), parts.get("family", "")) if part)
    return Named(family=family, given=parts.get("given", ""), suffix=parts.get("suffix", ""))
