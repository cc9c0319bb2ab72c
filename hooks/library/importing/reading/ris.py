"""RIS: two-letter tags, one value a line. Each record is read by rispy; what is none is quoted with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import rispy

from library.citations.formats.ris import COMMA_OF_BODIES
from library.importing.entries import Broken, Entry, Named, Reading
from library.importing.hosts import PARTS
from library.importing.kinds import BY_FORMAT, NUMBERED
from library.importing.reading import our_remarks
from library.importing.texts import plain

_TAGS = tuple(f"{first}{second}" for first in "ABCDEIJKLMNOPRSTUVWXY" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_MAPPING = {tag: tag for tag in _TAGS}
_LISTS = [tag for tag in _TAGS if tag not in ("TY", "ER")]

_BEGINS = re.compile(r"^\ufeff?TY {1,2}- ?(\S*)", re.MULTILINE)

_WORDS_OF_BODIES = re.compile(
    r"\b(?:agency|association|authority|bank|board|bureau|cent(?:er|re)|commission|committee|company|council|department|division|fund|"
    r"government|group|hub|institut\w*|ltd|ministry|nations|network|office|organi[sz]ation|press|school|secretariat|service|society|"
    r"team|union|universit\w*|агентств\w*|академи\w*|ассоциаци\w*|банк|департамент|институт|комисси\w*|комитет|министерств\w*|"
    r"организаци\w*|совет|университет|фонд|центр|министрлігі|агенттігі|университеті)\b",
    re.IGNORECASE,
)

_LOW_COMMA = re.compile(rf"(?<=\w){COMMA_OF_BODIES}(?=\s)")
"""In a body's name of our own files; as a German quotation mark it stands before a word."""

Tags = dict[str, list[str]]


def read(text: str, file: str) -> Reading:
    """Every record of a file, in its order."""
    reading = Reading()
    starts = list(_BEGINS.finditer(text))
    if not starts or text[: starts[0].start()].strip("\ufeff \r\n\t0123456789."):
        line = 1 if starts or not text.strip() else text[: len(text) - len(text.lstrip())].count("\n") + 1
        reading.broken.append(Broken(file, line, text.strip()[:120], "this stands before the first record, which begins with a line TY  -"))
    for number, start in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        line, chunk = text.count("\n", 0, start.start()) + 1, text[start.start() : end]
        if not re.search(r"(?m)^ER {1,2}-", chunk):
            why = "the record has no line ER  - at its end: it is cut off, or two records ran into one"
            reading.broken.append(Broken(file, line, " ".join(chunk.split())[:120], why))
            continue
        try:
            [tags] = rispy.loads(
                chunk.lstrip("\ufeff").strip() + "\n", mapping=_MAPPING, list_tags=_LISTS, enforce_list_tags=True, skip_unknown_tags=False
            )
        except (ValueError, OSError, KeyError) as error:
            reading.broken.append(Broken(file, line, " ".join(chunk.split())[:120], f"this is no record of RIS: {error}"))
            continue
        reading.entries.append(_entry({tag: _values(value) for tag, value in tags.items()}, file, line))
    return reading


def _values(value: object) -> list[str]:
    if isinstance(value, dict):  # tags that rispy does not know, by tag
        return [f"{tag}: {text}" for tag, texts in value.items() for text in texts]
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


class _Left:
    """The tags of a record that are not used yet: what is left at the end goes into the note."""

    def __init__(self, tags: Tags) -> None:
        self.tags = {tag: [text for each in values if (text := plain(each))] for tag, values in tags.items()}

    def all(self, *names: str) -> list[str]:
        return [value for name in names for value in self.tags.pop(name, [])]

    def first(self, *names: str) -> str:
        """The first value of the first of the tags that has one; the same value under the others is used up as well."""
        found = ""
        for name in names:
            values = self.tags.get(name, [])
            if not found and values:
                found = values.pop(0)
            while found in values:
                values.remove(found)
        return found

    def rest(self) -> Iterator[tuple[str, str]]:
        for tag, values in self.tags.items():
            for value in values:
                yield tag, value


def _entry(tags: Tags, file: str, line: int) -> Entry:
    left = _Left(tags)
    called = left.first("TY").upper()
    entry = Entry(file, line, left.first("ID"), BY_FORMAT["ris"].get(called, "other"), called)
    article, book = entry.kind == "article", entry.kind == "book"
    entry.title = left.first("TI", "T1", "CT") or (left.first("BT", "T2") if book else "")
    _people(entry, left)
    entry.issued = _date(left.first("DA"), left.first("PY", "Y1"))
    if entry.kind == "conference-paper":  # by EndNote's definitions
        entry.event, entry.container = left.first("T2", "BT"), left.first("C3")
        entry.event = "" if entry.event == entry.container else entry.event
        entry.series = left.first("T3")
    elif entry.kind in PARTS or entry.kind == "web-page":
        entry.container = left.first("T2", "JF", "JO", "BT", "J2", "JA")
        entry.series = left.first("T3")
    else:
        entry.series = left.first("T2", "T3")
    entry.volume = left.first("VL")
    entry.edition, entry.volumes = left.first("ET"), left.first("NV")
    entry.own_number = left.first("C7") if article else left.first("M1") if entry.kind in NUMBERED else ""
    number = left.first("IS", "M1") if article or not entry.series else ""
    entry.number, entry.series_number = (number, "") if number else ("", left.first("M1", "IS"))
    _pages(entry, left, entry.kind not in PARTS)
    entry.genre = left.first("M3") if entry.kind in ("report", "other", "thesis") else ""
    publisher = left.first("PB")
    entry.issuer, entry.publisher = (publisher, "") if entry.kind in ("report", "thesis", "web-page") else ("", publisher)
    entry.place = left.first("CY", "PP")
    _numbers(entry, left)
    addresses = left.all("UR", "L2")
    entry.address = next((address for address in addresses if address.startswith("http")), "")
    left.tags["UR"] = [address for address in addresses if address != entry.address]
    entry.language, *entry.further_languages = [text for text in re.split(r"\s*[,;]\s*", left.first("LA")) if text] or [""]
    entry.keywords = [word for value in left.all("KW") for word in re.split(r"\s*;\s*", value) if word]
    entry.abstract = left.first("AB", "N2")
    if translated := left.first("TT"):
        entry.other_titles["en"] = translated
    for note in left.all("N1"):
        if kept := our_remarks.take(entry, note):
            entry.keep("N1", kept)
    original = left.first("OP")
    entry.original_title = "" if entry.siblings else original
    for tag, value in left.rest():
        entry.keep(tag, value)
    return entry


def _people(entry: Entry, left: _Left) -> None:
    authors = left.all("AU", "A1")
    editors = left.all("ED", "A2") if entry.kind != "book" else left.all("ED", "A3", "A2")
    for role, names in (("author", authors), ("editor", editors), ("translator", left.all("A4"))):
        for text in names:
            if text.strip().lower() in ("et al", "et al.", "others"):
                entry.and_others = True
            else:
                entry.people.append((role, name(text)))


def name(text: str) -> Named:
    """A name as RIS has it: ``Family, Given, Suffix``; a body ends in a comma, or is known by its words."""
    text = text.strip()
    if text.endswith(","):
        return Named(whole=_LOW_COMMA.sub(",", text.rstrip(", ")), is_body=True)
    if "," not in text:
        if _WORDS_OF_BODIES.search(text) or text.isupper():
            return Named(whole=text, is_body=True)
        given, _, family = text.rpartition(" ")
        return Named(family, given, printed=text)
    family, given, suffix = (*(part.strip() for part in text.split(",", 2)), "")[:3]
    return Named(family, given, suffix)


def _date(day: str, year: str) -> str:
    """The more precise of the two dates; a year alone where they do not agree."""
    day, year = (re.sub(r"/+$", "", re.sub(r"/{2,}.*", "", text)) for text in (day, year))
    return day if day[:4] == year[:4] or not year else year


def _pages(entry: Entry, left: _Left, counts: bool) -> None:
    first, last = left.first("SP"), left.first("EP")
    if "-" in first and not last:
        first, _, last = first.replace(" ", "").partition("-")
    if counts and not last:
        entry.extent = first
    else:
        entry.pages = f"{first}-{last}" if first and last and first != last else first or last


def _numbers(entry: Entry, left: _Left) -> None:
    """DOI, ISBN and ISSN; several numbers may stand in one line, and a DOI in more than one tag."""
    entry.doi = left.first("DO") or next(
        (value for tag in ("L3", "M3", "N1") for value in left.tags.get(tag, ()) if value.startswith("10.")), ""
    )
    for tag in ("L3", "M3"):
        left.tags[tag] = [value for value in left.tags.get(tag, []) if value != entry.doi]
    told = " ".join(left.all("SN"))
    if entry.kind == "report" and not re.search(r"[0-9Xx]{8}|[0-9]{4}-[0-9]{3}|(?:[0-9]-?){9}", told):
        entry.own_number, told = entry.own_number or told, ""
    for number in re.split(r"[;,\s]+", told):
        digits = re.sub(r"[^0-9Xx]", "", number)
        if len(digits) == 8 and entry.kind != "book":
            entry.issn.append(f"{digits[:4]}-{digits[4:].upper()}")
        elif len(digits) in (10, 13):
            entry.isbn.append(number)
        elif number and entry.kind == "report" and not entry.own_number:
            entry.own_number = number
        elif number:
            entry.keep("SN", number)
