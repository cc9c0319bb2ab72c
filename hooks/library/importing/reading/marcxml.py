"""MARC 21 in XML (https://www.loc.gov/marc/bibliographic/): what libraries give away."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from library.importing.entries import Broken, Entry, Named, Reading
from library.importing.reading import xml

_ROLES = {"aut": "author", "edt": "editor", "trl": "translator", "fnd": "funder", "spn": "sponsor", "ths": "supervisor", "cre": "author"}
_ROLES_IN_WORDS = {
    "author": "author",
    "автор": "author",
    "editor": "editor",
    "редактор": "editor",
    "ред": "editor",
    "translator": "translator",
    "переводчик": "translator",
    "пер": "translator",
}
_READ = frozenset(
    [
        "008",
        "250",
        "020",
        "022",
        "024",
        "041",
        "100",
        "110",
        "111",
        "245",
        "260",
        "264",
        "300",
        "490",
        "520",
        "650",
        "651",
        "653",
        "700",
        "710",
        "773",
        "830",
        "856",
        "001",
        "003",
        "005",
        "006",
        "007",
        "040",
        "336",
        "337",
        "338",
    ]
)

Field = dict[str, list[str]]


def read(root: Element, file: str) -> Reading:
    """Every bibliographic record."""
    reading = Reading()
    for record in [*xml.below(root, "record")]:
        if not any(xml.children(record, "leader", "datafield")):
            continue  # the envelope of OAI-PMH
        fields = list(_fields(record))
        tags = {tag for tag, _, _ in fields}
        line = xml.line(record)
        if "245" not in tags and "200" in tags:
            title = next(" ".join(subfields.get("a", [])) for tag, _, subfields in fields if tag == "200")
            reading.broken.append(Broken(file, line, title, "the record is in UNIMARC or RUSMARC: export it as MARC 21"))
            continue
        reading.entries.append(_entry(record, fields, file, line))
    return reading


def _fields(record: Element) -> list[tuple[str, str, Field]]:
    found = []
    for each in xml.children(record, "datafield"):
        subfields: Field = {}
        for part in xml.children(each, "subfield"):
            if told := xml.text(part):
                subfields.setdefault(part.get("code", ""), []).append(told)
        found.append((each.get("tag", ""), each.get("ind1", " ") + each.get("ind2", " "), subfields))
    return found


def _entry(record: Element, fields: list[tuple[str, str, Field]], file: str, line: int) -> Entry:
    controls = {each.get("tag", ""): xml.text(each) for each in xml.children(record, "controlfield")}
    raw_008 = next((each.text or "" for each in xml.children(record, "controlfield") if each.get("tag") == "008"), "")
    leader = next((each.text or "" for each in xml.children(record, "leader")), "")
    tags = {tag for tag, _, _ in fields}
    entry = Entry(file, line, "", _kind(leader, tags), f"MARC leader {leader[6:8]}")
    if controls.get("001"):
        entry.keep("MARC 001", " ".join(part for part in (controls.get("003", ""), controls["001"]) if part))
    language = raw_008[35:38].strip()
    entry.language = "" if language in ("", "und", "zxx", "mul", "|||") else language
    for tag, indicators, subfields in fields:
        if tag in _TAKERS:
            _TAKERS[tag](entry, indicators, subfields)
        if tag not in _READ:
            entry.keep(f"MARC {tag}", " ".join(text for texts in subfields.values() for text in texts))
    if not entry.issued and raw_008[7:11].isdigit():
        entry.issued = raw_008[7:11]
    if entry.kind in ("report", "thesis"):
        entry.issuer, entry.publisher = entry.publisher, ""
    return entry


def _kind(leader: str, tags: set[str]) -> str:
    """By type of record and bibliographic level: leader 06 and 07."""
    if "502" in tags:
        return "thesis"
    what, level = leader[6:7] or "a", leader[7:8] or "m"
    if what in "at":
        return {"a": "chapter", "b": "article", "s": "journal", "i": "web-page"}.get(level, "book")
    return {"e": "picture", "f": "picture", "g": "video", "j": "picture", "i": "picture", "m": "software"}.get(what, "other")


def _bare(text: str) -> str:
    """A text without the punctuation of ISBD that parts it from the next; a dot behind an initial stays."""
    return re.sub(r"\s*[/:;,=+]+\s*\Z", "", text).strip()


def _dotless(text: str) -> str:
    bare = _bare(text)
    return bare[:-1] if bare.endswith(".") and not re.search(r"(?:\b\w|[^\W\d]\.\w)\.\Z", bare) else bare


def _all(subfields: Field, codes: str) -> list[str]:
    return [text for code in codes for text in subfields.get(code, [])]


def _isbn(entry: Entry, _: str, subfields: Field) -> None:
    entry.isbn += [_bare(re.sub(r"\(.*", "", text)) for text in subfields.get("a", [])]
    for wrong in subfields.get("z", []):
        entry.keep("MARC 020 z", wrong)


def _issn(entry: Entry, _: str, subfields: Field) -> None:
    entry.issn += [_bare(text) for text in subfields.get("a", [])]


def _number(entry: Entry, indicators: str, subfields: Field) -> None:
    number, scheme = " ".join(subfields.get("a", [])), " ".join(subfields.get("2", []))
    if scheme.lower() == "doi" and indicators[0] == "7" and not entry.doi:
        entry.doi = number
    else:
        entry.keep("MARC 024", f"{number} {scheme}".strip())


def _languages(entry: Entry, _: str, subfields: Field) -> None:
    told = [text[at : at + 3] for text in subfields.get("a", []) for at in range(0, len(text), 3)]
    entry.language = entry.language or (told[0] if len(told) == 1 else "")
    entry.further_languages = [each for each in told if each != entry.language] if len(told) > 1 and entry.language else []
    if len(told) > 1 and not entry.language:
        entry.keep("languages", ", ".join(told))
    if original := subfields.get("h"):
        entry.original_language = original[0]


def _title(entry: Entry, _: str, subfields: Field) -> None:
    main, sub = (" ".join(_bare(text) for text in _all(subfields, codes)) for codes in ("a", "b"))
    parts = [_dotless(text) for text in _all(subfields, "np")]
    entry.title = ". ".join([_dotless(f"{main}: {sub}" if sub else main), *parts])
    if said := subfields.get("c"):
        entry.responsibility = _dotless(" ".join(said))


def _publishing(entry: Entry, indicators: str, subfields: Field) -> None:
    places, publishers = ([_dotless(text).strip("[]") for text in subfields.get(code, [])] for code in "ab")
    entry.place = entry.place or (places[0] if places else "")
    entry.publisher = entry.publisher or (publishers[0] if publishers else "")
    for further in publishers[1:]:
        entry.keep("publisher", further)
    if dates := subfields.get("c"):
        entry.issued = entry.issued or _dotless(dates[0]).strip("[]©c ")


def _edition(entry: Entry, _: str, subfields: Field) -> None:
    entry.edition = _bare(" ".join(_all(subfields, "ab")))


def _extent(entry: Entry, _: str, subfields: Field) -> None:
    if told := subfields.get("a"):
        entry.extent = _bare(told[0])
    if others := _all(subfields, "bce"):
        entry.keep("MARC 300", " ".join(others))


def _series(entry: Entry, _: str, subfields: Field) -> None:
    if entry.series:
        if told := _all(subfields, "av"):
            entry.keep("series", " ".join(told))
        return
    entry.series, entry.series_number = (" ".join(_bare(text) for text in subfields.get(code, [])) for code in "av")


def _abstract(entry: Entry, _: str, subfields: Field) -> None:
    told = " ".join(_all(subfields, "ab"))
    if entry.abstract:
        entry.keep("abstract", told)
    entry.abstract = entry.abstract or told


def _keywords(entry: Entry, _: str, subfields: Field) -> None:
    entry.keywords += [_dotless(text) for text in _all(subfields, "axz")]


def _person(entry: Entry, indicators: str, subfields: Field) -> None:
    name = _dotless(" ".join(subfields.get("a", [])))
    if not name:
        return
    family, _, given = (part.strip() for part in name.partition(",")) if indicators[0] != "0" else (name, "", "")
    orcid = next(
        (text.rpartition("/")[2].rpartition(")")[2] for text in subfields.get("0", []) + subfields.get("1", []) if "orcid" in text), ""
    )
    suffix = _bare(" ".join(subfields.get("c", []))) if given and len(" ".join(subfields.get("c", []))) < 6 else ""
    entry.people.append((_role(entry, subfields), Named(family, given, suffix, identifiers=(("orcid", orcid),) if orcid else ())))


def _body(entry: Entry, _: str, subfields: Field) -> None:
    if name := ". ".join(_dotless(text) for text in _all(subfields, "ab")):
        entry.people.append((_role(entry, subfields), Named(whole=name, is_body=True)))


def _role(entry: Entry, subfields: Field) -> str:
    for code in subfields.get("4", []):
        return _ROLES.get(code.rpartition("/")[2].strip("."), code)
    for word in subfields.get("e", []):
        return _ROLES_IN_WORDS.get(_dotless(word).lower(), _dotless(word))
    return "author"


def _host(entry: Entry, _: str, subfields: Field) -> None:
    """773: what it stands in; its ``g`` tells volume, number and pages in one text."""
    entry.container = _dotless(" ".join(subfields.get("t", [])))
    entry.issn += subfields.get("x", [])
    entry.isbn += subfields.get("z", [])
    related = " ".join(subfields.get("g", []))
    for name, pattern in _RELATED.items():
        if found := re.search(pattern, related, re.IGNORECASE):
            setattr(entry, name, found[1].replace("–", "-").replace(" ", ""))
            related = related.replace(found[0], "")
    if re.search(r"\w", related):
        entry.keep("MARC 773 g", related)


_RELATED = {
    "volume": r"(?:Vol(?:ume)?\.?|Т\.|Том)\s*(\w+)",
    "number": r"(?:No\.?|Nr\.?|№|Issue|Вып\.)\s*([\w/]+)",
    "pages": r"(?:pp?\.|pages?|С\.|S\.)\s*([0-9]+(?:\s*[-–]\s*[0-9]+)?)",
}


def _address(entry: Entry, _: str, subfields: Field) -> None:
    for address in subfields.get("u", []):
        if entry.address:
            entry.keep("address", address)
        else:
            entry.address = address


_TAKERS = {
    "020": _isbn,
    "022": _issn,
    "024": _number,
    "041": _languages,
    "100": _person,
    "700": _person,
    "110": _body,
    "710": _body,
    "111": _body,
    "245": _title,
    "250": _edition,
    "260": _publishing,
    "264": _publishing,
    "300": _extent,
    "490": _series,
    "830": _series,
    "520": _abstract,
    "650": _keywords,
    "651": _keywords,
    "653": _keywords,
    "773": _host,
    "856": _address,
}
