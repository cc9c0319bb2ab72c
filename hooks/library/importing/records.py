"""Records of entries: each value goes into its field, and what has none, or is not what the field takes, into ``note``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from library.catalogue.catalogue import Catalogue
from library.catalogue.model import WORK_TYPES_IN_ISSUES
from library.catalogue.model_parts import Role
from library.catalogue.problems import part
from library.catalogue.values import dividing_sign
from library.importing import hosts, values
from library.importing.editions import described
from library.importing.entries import Entry, Named
from library.importing.kinds import KINDS
from library.importing.notes import Notes
from library.importing.parties import Parties, latin
from library.importing.titles import Titles
from library.importing.values import Terms
from library.keeping.naming import citation_key, free, slug, taken_ids

_HYPHENS = str.maketrans(dict.fromkeys(":_./+", "-"))
"""For the signs of a citation key that an id has not."""


@dataclass
class Draft:
    """A record that an import would add: what it holds, what to say of it, and for an article of the library's journal its issue."""

    data: dict[str, Any]
    entries: Sequence[Entry]
    notes: Notes
    in_journal: bool = False
    issue: str = ""


@dataclass(frozen=True)
class Given:
    """What whoever imports says of all entries. ``type`` and ``language`` hold where an entry tells none.

    ``beside`` is the folder in which the file lies, ``documents`` whether those that lie there are taken over.
    """

    source: str
    added: str
    type: str = ""
    language: str = ""
    beside: Path | None = None
    documents: bool = False


@dataclass
class Records:
    """Makes records of entries; ids and citation keys stay unique."""

    catalogue: Catalogue
    parties: Parties
    given: Given
    ids: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        works = self.catalogue.works.values()
        former = (address.strip("/").rpartition("/")[2] for placed in works for address in placed.work.former_addresses)
        self.ids = taken_ids(chain(self.catalogue.works, former))
        self.keys = taken_ids(edition.citation_key for placed in works for edition in placed.work.editions)
        terms = self.catalogue.vocabularies
        self.types = Terms(terms["types"].terms, loosely=True)
        self.series, self.themes, self.countries = (Terms(terms[name].terms) for name in ("series", "themes", "countries"))

    def refused(self, entry: Entry) -> str:
        """Why an entry is no record of such a library; empty where it is one."""
        nearest, said = KINDS[entry.kind]
        if not (nearest or self.types.of(entry.genre) or self.given.type or hosts.type_of(self.catalogue, entry, entry.kind)):
            return part(f"it is {said} ({entry.called}), and the library has no type for it; with --type it is taken as one")
        if not entry.title:
            return part("it has no title")
        return ""

    def make(self, entries: Sequence[Entry]) -> Draft:
        """The record of one work from its entries, one for each edition, the first the chief one."""
        made = _Making(self, entries)
        return made.draft()


class _Making:
    def __init__(self, records: Records, entries: Sequence[Entry]) -> None:
        self.records = records
        self.catalogue = records.catalogue
        self.terms = records.catalogue.vocabularies
        self.entries = entries
        self.first = entries[0]
        self.notes = Notes([remark for entry in entries for remark in entry.remarks])
        self.keep = self.notes.keep
        self.remarks = self.notes.remarks
        self.data: dict[str, Any] = {}

    def draft(self) -> Draft:
        data = self.data
        in_journal = self._in_our_journal()
        issue = self._issue() if in_journal else ""
        languages = [self._language(entry) for entry in self.entries]
        data["id"] = ""
        data["type"] = self._type(in_journal)
        titles = Titles(self.terms["languages"], self.notes)
        data |= titles.of(self.entries, languages)
        self._issued(issue)
        self._people(languages)
        self._about()
        self._stands(in_journal, issue, languages[0])
        data["editions"] = []
        for number, (entry, language, date) in enumerate(zip(self.entries, languages, self.dates, strict=True)):
            edition = self._edition(entry, language, date)
            if abstract := titles.abstracts.get(number):
                edition["abstract"] = abstract
            if words := self.words[number]:
                edition["keywords"] = words
            data["editions"].append(edition)
        self._translations(languages)
        if not issue:
            data["added"] = self.records.given.added
        data["provenance"] = [self._provenance()]
        for entry in self.entries:
            for name, value in entry.rest:
                self.keep(name, value)
        self._id()
        return Draft(data, self.entries, self.notes, in_journal, issue)

    # -- what it is --------------------------------------------------------------------------------

    def _type(self, in_journal: bool) -> str:
        entry, types = self.first, self.records.types
        told = types.of(entry.genre)
        if in_journal:
            told = told or types.of(entry.title)  # journals print "Book review" over every one of them
            return told if told in WORK_TYPES_IN_ISSUES else "book-review" if entry.kind == "review" else "article"
        if entry.kind == "thesis" and entry.genre and not told:
            entry.degree, entry.genre = entry.degree or entry.genre, ""
        if entry.genre and not told:
            self.keep("type", entry.genre)
        if told in WORK_TYPES_IN_ISSUES and entry.container:
            return told
        if told and told not in (*WORK_TYPES_IN_ISSUES, "journal-issue"):
            return told
        if cited := hosts.type_of(self.catalogue, entry, entry.kind):
            return cited
        nearest, said = KINDS[entry.kind]
        if not said:
            return nearest
        nearest = self.records.given.type or nearest
        self.keep("type", entry.called)
        self.remarks.append(part(f"it is {said}, for which the library has no type; taken as {nearest}"))
        return nearest

    def _in_our_journal(self) -> bool:
        journal, entry = self.catalogue.journal, self.first
        if journal is None or entry.kind not in ("article", "review"):
            return False
        if entry.in_own_journal:
            return True
        titles = {text.casefold() for title in journal.titles for text in title.title.values()}
        titles |= {(journal.abbreviation or "").casefold()} - {""}
        return entry.container.casefold() in titles or any(issn in journal.issn for issn in entry.issn)

    def _issue(self) -> str:
        """The id of the one issue that has the volume and number, or the number and year, of an entry."""
        entry, year = self.first, values.issued(self.first.issued)[0][:4]
        fitting = [
            issue.id
            for issue in self.catalogue.issues.values()
            if (issue.number or "") == entry.number
            and (issue.volume or "") == entry.volume
            and (entry.number or entry.volume)
            and not (issue.issued and year and str(issue.issued.year) != year)
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def _language(self, entry: Entry) -> str:
        known = self.terms["languages"]
        if entry.language:
            if found := values.language(entry.language, known):
                return found
            self.keep("language", entry.language, f'"{entry.language}" is not in {known.where}')
            return ""
        return self.records.given.language

    # -- who, when, where --------------------------------------------------------------------------

    def _issued(self, issue: str) -> None:
        dates = []
        for entry in self.entries:
            date, lost = values.issued(entry.issued) if entry.issued else ("", "")
            if lost:
                self.keep("date", lost, f'"{lost}" is no date of a day, a month or a year' + (f"; taken as {date}" if date else ""))
            dates.append(date)
        self.dates = dates
        placed = self.catalogue.issues[issue].issued if issue else None
        if dates[0] and not (placed and str(placed).startswith(dates[0])):
            self.data["issued"] = dates[0]

    def _people(self, languages: Sequence[str]) -> None:
        creators: list[dict[str, Any]] = []
        contributors: list[dict[str, Any]] = []
        for entry, language in zip(self.entries, languages, strict=True):
            of_whole = entry.kind in hosts.PARTS and bool(entry.container) and not self._in_our_journal()
            for role, name in entry.people:
                if role == "author":
                    self._add(creators, self._party(name), {})
                elif not (role == "editor" and of_whole):  # who is told with the whole
                    self._contributor(contributors, role, name, language)
        for field_name, people in (("creators", creators), ("contributors", contributors)):
            if people:
                self.data[field_name] = people
        if self.first.and_others and creators:
            self.data["and_others"] = "yes"
        issuer = self._body(self.first.issuer)
        if issuer and not self._in_our_journal():
            self.data["issuer"] = issuer

    def _contributor(self, contributors: list[dict[str, Any]], role: str, name: Named, language: str) -> None:
        if role == "translator" and len(self.entries) > 1 and language:
            self._translator(contributors, self._party(name), language)
        elif role in get_args(Role):
            self._add(contributors, self._party(name), {"role": role})
        else:
            self.keep(role, name.text)

    def _add(self, people: list[dict[str, Any]], party: dict[str, str], others: Mapping[str, str]) -> None:
        if party and not any((each["party"], each.get("role")) == (party["party"], others.get("role")) for each in people):
            people.append({**party, **others})

    def _translator(self, people: list[dict[str, Any]], party: dict[str, str], language: str) -> None:
        for each in people:
            if (each["party"], each.get("role")) == (party.get("party"), "translator"):
                each["editions"].append(language)
                return
        if party:
            people.append({**party, "role": "translator", "editions": [language]})

    def _party(self, name: Named) -> dict[str, str]:
        found = self.records.parties.of(name)
        if not found.id:
            self.keep("name", name.text, found.remark)
            return {}
        if found.remark:
            self.remarks.append(found.remark)
        party = {"party": found.id}
        if found.spelt_otherwise and not name.is_body:
            party["name"] = " ".join(part for part in (name.given, name.family or name.whole, name.suffix) if part)
        if name.affiliation:
            party["affiliation"] = name.affiliation
        return party

    def _body(self, text: str) -> str:
        return self._party(Named(whole=text, is_body=True)).get("party", "") if text else ""

    def _about(self) -> None:
        themes: list[str] = []
        countries: list[str] = []
        self.words: list[list[str]] = []
        for words in (each.keywords for each in self.entries):
            unknown: list[str] = []
            for text in self._joined(words):
                if theme := self.records.themes.of(text):
                    themes.append(theme)
                elif country := self.records.countries.of(text):
                    countries.append(country)
                elif sign := dividing_sign(text):  # subject headings of libraries are written so: "WILLIAMS, Joe"
                    self.keep("keyword", text, f'"{text}" has a "{sign}", at which programs divide keywords')
                else:
                    unknown.append(text)
            self.words.append(list(dict.fromkeys(unknown)))
        if themes:
            self.data["themes"] = list(dict.fromkeys(themes))
        if countries:
            self.data["coverage"] = {"countries": list(dict.fromkeys(countries))}
        self._series()

    def _series(self) -> None:
        """The series by its label; of a report's our exports write it into a note, with the number behind it."""
        entry, series = self.first, self.records.series
        name, number = entry.series, entry.series_number
        for told in list(entry.rest):
            label, _, behind = told[1].rpartition(", ")
            if told[0] in ("note", "N1") and not (series.of(name) and number) and (series.of(label) or series.of(told[1])):
                name, number = (label, behind) if series.of(label) else (told[1], "")
                entry.rest.remove(told)
        if found := series.of(name):
            entry.series_number = entry.series_number or number
            self.data["series"] = {"id": found, **({"number": number} if number else {})}
        elif name and not (name == hosts.in_set(entry) and entry.volume):
            self.keep("series", ", ".join(part for part in (name, number) if part))

    def _joined(self, words: Sequence[str]) -> Iterable[str]:
        """Keywords, of which some that stood in one word with a comma were divided at it."""
        at = 0
        while at < len(words):
            for length in range(min(4, len(words) - at), 0, -1):
                word = ", ".join(words[at : at + length])
                if length == 1 or self.records.themes.of(word) or self.records.countries.of(word):
                    yield word
                    at += length
                    break

    # -- editions ----------------------------------------------------------------------------------

    def _edition(self, entry: Entry, language: str, date: str) -> dict[str, Any]:
        edition: dict[str, Any] = {"citation_key": self._key(entry, language)}
        if language:
            edition["language"] = language
        if date and date != self.dates[0]:
            edition["issued"] = date
        publisher = self._body(entry.publisher)
        if publisher and publisher != self.data.get("issuer") and not self._publishes_our_journal(publisher):
            edition["publisher"] = publisher
        return edition | described(entry, self.notes, self.terms["licences"].terms, self.terms["languages"])

    def _publishes_our_journal(self, party: str) -> bool:
        return self._in_our_journal() and self.catalogue.journal is not None and party == self.catalogue.journal.issuer

    def _key(self, entry: Entry, language: str) -> str:
        """The entry's own key where it can be one of ours and is free, or a new one."""
        wanted = entry.key
        if values.fault("citation_key", wanted) or wanted.lower() in self.records.keys:
            if entry.key:
                self.keep("citation key", entry.key)
            maker = next((name for _, name in entry.people), Named())
            by = maker.family or maker.whole.partition(" ")[0]
            date = values.issued(entry.issued)[0][:4] if entry.issued else ""
            wanted = citation_key(by, date, entry.title, latin, language if len(self.entries) > 1 else "")
        key = free(wanted, self.records.keys)
        self.records.keys.add(key.lower())
        return key

    def _stands(self, in_journal: bool, issue: str, language: str) -> None:
        """What it stands in, and the conference; of the library's own journal only volume and number may have to be kept."""
        entry = self.first
        if in_journal:
            for name in () if issue else ("volume", "number"):
                self.keep(name, getattr(entry, name))
        elif found := hosts.host(self.catalogue, entry, language, self.notes, self._party):
            self.data["host"] = found
        if entry.event:
            date, lost = values.issued(entry.event_date) if entry.event_date else ("", "")
            self.keep("eventdate", lost)
            told = {"title": entry.event, "place": entry.event_place, "date": date}
            self.data["event"] = {name: value for name, value in told.items() if value}
        if entry.degree:
            self.data["degree"] = entry.degree

    def _translations(self, languages: Sequence[str]) -> None:
        """Which edition was made from which, where an entry says so."""
        by_key = {entry.key: language for entry, language in zip(self.entries, languages, strict=True)}
        for entry, edition in zip(self.entries, self.data["editions"], strict=True):
            for key, relation in entry.siblings:
                if relation == "translation-of" and by_key.get(key):
                    edition["translation_of"] = by_key[key]
                elif key not in by_key:
                    self.keep("edition", f"{key} ({relation})")

    def _provenance(self) -> dict[str, str]:
        entry = self.first
        at = ", ".join(part for part in (entry.key, f"line {entry.line}") if part) if entry.line else ""
        given = self.records.given.source
        if given.startswith("https://"):
            return {"url": given}
        return {"source": given, "at": at} if at else {"source": given}

    def _id(self) -> None:
        title = self.data["title"].get("en") or next(iter(self.data["title"].values()))
        by = self.data["editions"][0]["citation_key"].lower().translate(_HYPHENS).strip("-")
        wanted = slug(title, latin, re.sub("-+", "-", by))
        if self.first.work and not values.fault("id", self.first.work):
            wanted = self.first.work  # as our own table tells it
        if wanted.isdigit():
            wanted = f"work-{wanted}"
        self.data["id"] = free(wanted, self.records.ids)
        self.records.ids.add(self.data["id"])
