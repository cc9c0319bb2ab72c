"""One format-neutral citation per edition: what any reference format needs, nothing of how it looks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from . import documents
from .authorities import BodyName, Party, PersonName, identifiers
from .catalogue import Catalogue, Placed
from .dates import Issued
from .documents import Document
from .model import Edition, Journal, SerialTitle

GENRES = {
    "case-study": "Case study",
    "comparative-study": "Comparative study",
    "country-profile": "Country profile",
    "methodological-guide": "Methodological guide",
    "policy-paper": "Policy paper",
    "report": "Report",
    "research-paper": "Research paper",
    "survey-report": "Survey report",
}
"""What reference managers show as the kind of report; English, as their own lists are."""


@dataclass(frozen=True)
class Name:
    """A person by parts, or a body by its whole name (``literal``), which is never split.

    ``party`` is its id in the authority file, ``identifiers`` pairs of scheme and identifier.
    ``latin`` is the party's own spelling in Latin letters where the authority file has one
    and this name is in other letters; for a body, its English name.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    party: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    latin: Name | None = None

    @property
    def inverted(self) -> str:
        """``Facer, Rex L, II`` for a person, the whole name for a body."""
        return self.literal or ", ".join(part for part in (self.family, self.given, self.suffix) if part)


@dataclass(frozen=True)
class Sibling:
    """Another edition of the same work.

    ``relation`` is ``translation-of`` (this one was made from it), ``translated-as`` (it was
    made from this one), or ``other-language`` where no source says which came first.
    """

    key: str
    language: str
    title: str
    relation: str
    doi: str
    url: str


@dataclass(frozen=True)
class Citation:
    """The fields of a reference to one edition. Empty text or tuple: not known.

    ``kind`` is ``article``, ``book`` or ``report``; ``type`` the catalogue's own type.
    ``title`` is as a reference shows it, so in square brackets where a cataloguer supplied
    it; ``title_language`` is its language also where the document's is not stated.
    ``other_titles`` are pairs of language and title in the site's other languages, in
    brackets where supplied. ``container`` is the journal's title in the document's language
    where a source prints one, ``container_english`` in English. ``pages`` is ``11-31``; ``doi``,
    ``isbn`` and ``issn`` are bare; ``url`` is the landing page, absolute; ``anchor`` where
    the edition stands on it; ``address`` is the document elsewhere on the web; ``document`` the
    file where the site holds it, ``document_url`` its absolute address; ``read_here`` whether
    its text stands on the landing page. ``proper_names`` are names of
    countries and regions that stand in an English title, as written there: formats whose
    styles change case protect them. ``licence`` is an SPDX id, ``licence_url`` its text.
    ``withdrawn`` is the day on which the work was withdrawn.
    ``abstract_supplied``: the library wrote it, the document does not print it.
    """

    key: str
    work: str
    kind: str
    type: str
    genre: str
    title: str
    title_language: str
    supplied: bool
    other_titles: tuple[tuple[str, str], ...]
    language: str
    authors: tuple[Name, ...]
    and_others: bool
    editors: tuple[Name, ...]
    translators: tuple[Name, ...]
    responsibility: str
    issued: Issued | None
    publisher: str
    publishing: Name | None
    place: str
    container: str
    container_english: str
    volume: str
    number: str
    pages: str
    extent: int | None
    series: str
    series_number: str
    isbn: tuple[str, ...]
    issn: tuple[str, ...]
    doi: str
    url: str
    anchor: str
    address: str
    document: Document | None
    document_url: str
    read_here: bool
    formats: tuple[str, ...]
    licence: str
    licence_url: str
    abstract: str
    abstract_language: str
    abstract_supplied: bool
    keywords: tuple[str, ...]
    added: Issued
    changed: Issued
    withdrawn: Issued | None = None
    siblings: tuple[Sibling, ...] = ()
    proper_names: tuple[str, ...] = ()

    @property
    def translated_from(self) -> Sibling | None:
        """The edition that this one was translated from, where a source says so."""
        return next((sibling for sibling in self.siblings if sibling.relation == "translation-of"), None)

    @property
    def bare_title(self) -> str:
        """The title without the brackets of a supplied one."""
        return self.title[1:-1] if self.supplied else self.title

    @property
    def location(self) -> str:
        """Where the document itself can be read: its own address, or the page that holds it; empty where nowhere."""
        return self.address or (self.url if self.document or self.read_here else "")


class Citing:
    """Makes citations from a catalogue; ``site_url`` ends in a slash."""

    def __init__(self, catalogue: Catalogue, site_url: str) -> None:
        self.catalogue = catalogue
        self.site_url = site_url
        self._names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(_geographic(catalogue), key=len, reverse=True)) or "(?!)")
        self._made: dict[str, tuple[Citation, ...]] = {}

    def of_work(self, placed: Placed) -> tuple[Citation, ...]:
        """A citation for every edition, in the order of the record; made once for all languages."""
        made = self._made.get(placed.work.id)
        if made is None:
            made = self._made[placed.work.id] = tuple(self.of_edition(placed, edition) for edition in placed.work.editions)
        return made

    def of_edition(self, placed: Placed, edition: Edition) -> Citation:
        work, catalogue = placed.work, self.catalogue
        issued = catalogue.issued_of(placed, edition)
        language, title, supplied = cited_title(placed, edition)
        words = edition.language if edition.language in catalogue.languages else "en"
        people = self._contributors(placed, edition, issued)
        publisher = edition.publisher or catalogue.issuer_of(placed)
        publishing = self._name(publisher, words, issued) if publisher else None
        series = work.series
        issue = placed.issue
        document = documents.offered(catalogue, placed, edition)
        licence = catalogue.vocabularies["licences"][edition.licence] if edition.licence else None
        return Citation(
            key=edition.citation_key,
            work=work.id,
            kind="article" if placed.in_journal else "book" if work.type == "book" else "report",
            type=work.type,
            genre=GENRES.get(work.type, ""),
            title=f"[{title}]" if supplied else title,
            title_language=language,
            supplied=supplied,
            other_titles=tuple((tag, f"[{text}]" if tag in work.supplied.title else text) for tag, text in work.title.items() if tag != language),
            language=edition.language or "",
            authors=tuple(self._name(creator.party, words, issued) for creator in work.creators),
            and_others=work.and_others is not None,
            editors=people["editor"],
            translators=people["translator"],
            responsibility=edition.responsibility or "",
            issued=issued,
            publisher=publishing.inverted if publishing else "",
            publishing=publishing,
            place=edition.place or (issue.place if issue else None) or "",
            container=self._container(placed, edition.language or language),
            container_english=self._container(placed, "en"),
            volume=(issue.volume if issue else None) or "",
            number=(issue.number if issue else None) or "",
            pages=(edition.pages or "").replace("–", "-"),
            extent=edition.extent,
            series=catalogue.vocabularies["series"][series.id].label[words] if series else "",
            series_number=(series.number if series else None) or "",
            isbn=edition.isbn,
            issn=catalogue.journal.issn if placed.in_journal and catalogue.journal else (),
            doi=edition.doi or "",
            url=f"{self.site_url}{placed.address}/",
            anchor=f"edition-{edition.language or 'und'}",
            address=edition.address or "",
            document=document,
            document_url=f"{self.site_url}{document.path}" if document else "",
            read_here=edition.text is not None,
            formats=edition.formats,
            licence=edition.licence or "",
            licence_url=licence.url if licence else "",
            abstract=work.summary[words],
            abstract_language=words,
            abstract_supplied=words in work.supplied.summary,
            keywords=tuple(catalogue.vocabularies["themes"][theme].label[words] for theme in work.themes)
            + tuple(catalogue.vocabularies["countries"][code].label[words] for code in work.coverage.countries),
            added=placed.added,
            changed=placed.changed,
            withdrawn=work.withdrawn.on if work.withdrawn else None,
            siblings=tuple(self._sibling(placed, edition, other) for other in work.editions if other is not edition),
            proper_names=tuple(dict.fromkeys(self._names.findall(title))) if language == "en" else (),
        )

    def _contributors(self, placed: Placed, edition: Edition, issued: Issued | None) -> dict[str, tuple[Name, ...]]:
        """Editors and translators of this edition, by role."""
        words = edition.language or "en"
        found: dict[str, list[Name]] = {"editor": [], "translator": []}
        for contributor in placed.work.contributors:
            if contributor.role in found and (not contributor.editions or edition.language in contributor.editions):
                found[contributor.role].append(self._name(contributor.party, words, issued))
        return {role: tuple(names) for role, names in found.items()}

    def _sibling(self, placed: Placed, edition: Edition, other: Edition) -> Sibling:
        relation = "other-language"
        if edition.translation_of == other.language and other.language:
            relation = "translation-of"
        elif other.translation_of == edition.language and edition.language:
            relation = "translated-as"
        _, title, supplied = cited_title(placed, other)
        return Sibling(other.citation_key, other.language or "", f"[{title}]" if supplied else title, relation, other.doi or "",
                       f"{self.site_url}{placed.address}/#edition-{other.language or 'und'}")

    def _name(self, party_id: str, language: str, when: Issued | None) -> Name:
        return cited_name(self.catalogue.vocabularies["parties"][party_id], language, when)

    def _container(self, placed: Placed, language: str) -> str:
        """The journal's title at that date, in the language where a source prints it so, else in English."""
        journal = self.catalogue.journal
        if not placed.in_journal or journal is None:
            return ""
        title = title_at(journal, placed.issued).title
        return title.get(language) or _in_english(title)


def original(editions: Sequence[Edition]) -> int:
    """Place of the edition that the first one was, at however many removes, translated from; mostly 0, the first itself."""
    places = {edition.language: place for place, edition in enumerate(editions) if edition.language}
    found, seen = 0, set[int]()
    while found not in seen:
        seen.add(found)
        found = places.get(editions[found].translation_of, found)
    return found


def title_at(journal: Journal, when: Issued | None) -> SerialTitle:
    """The title that a serial had at a date; the present one where the date is not known."""
    for titled in reversed(journal.titles):
        if when and titled.until and when.year <= titled.until.year:
            return titled
    return journal.titles[0]


_WORDS_OF_NAMES = {"republic", "the", "of", "and", "united", "states", "state", "kingdom", "democratic", "federation", "people", "s",
                   "islamic", "south", "north", "new", "central", "eastern", "saint", "islands", "other", "holy", "see", "plurinational",
                   "bolivarian", "federated", "global", "participating", "people’s"}
"""Words of countries' and regions' names that are no proper names by themselves."""


def _geographic(catalogue: Catalogue) -> set[str]:
    """English names of regions, as far as they begin with capitals, and the telling words of countries' (Korea, Kyrgyz)."""
    regions, countries = (" ; ".join(term.label["en"] for term in catalogue.vocabularies[name].terms.values() if "en" in term.label)
                          for name in ("regions", "countries"))
    names = re.findall(r"[A-Z][\w’'-]+(?: (?:and |of )?[A-Z][\w’'-]+)*", regions) + re.findall(r"[A-Z][\w’'-]+", countries)
    return {name for name in names if name.lower() not in _WORDS_OF_NAMES and len(name) > 3}


def _in_english(texts: Mapping[str, str]) -> str:
    """The English text, or the first where there is none."""
    return texts.get("en") or next(iter(texts.values()))


def cited_title(placed: Placed, edition: Edition) -> tuple[str, str, bool]:
    """Language and text of the title that a reference to the edition shows, and whether it is supplied.

    An edition's own title is the printed one. Otherwise the work's title in the edition's
    language; where the language is not stated, the first title that is printed, and failing
    that the first.
    """
    work = placed.work
    if edition.title:
        return edition.language or "en", edition.title, False
    language = edition.language
    if language is None or language not in work.title:
        printed = [tag for tag in work.title if tag not in work.supplied.title]
        language = (printed or list(work.title))[0]
    return language, work.title[language], language in work.supplied.title


def doi_address(doi: str) -> str:
    """The address of a bare DOI, whose characters an address may not all hold (``<``, ``#``, ``%``); empty for none."""
    return "https://doi.org/" + quote(doi, safe="/:;().,-_~!*$+=@'") if doi else ""


def body_name(party: Party, when: Issued | None) -> BodyName:
    """The name a body had at a date; the present one where the date is not known.

    The latest name already in use in that year counts: a body renamed during a year is
    cited by its new name from that year on.
    """
    names = [name for name in party.names if isinstance(name, BodyName)]
    if when is None:
        return names[0]
    for name, former in zip(names, [*names[1:], None]):
        if name.since is not None:
            if name.since.year <= when.year:
                return name
        elif not (former and former.until and when.year <= former.until.year):
            return name
    return names[-1]


def cited_name(party: Party, language: str, when: Issued | None) -> Name:
    """A party's name as references to a document in a language show it: a person's by parts, a body's whole.

    A person has the spelling that documents in that language print, where the authority file
    has one, and the preferred spelling otherwise.
    """
    known = tuple(identifiers(party).items())
    if isinstance(party.names[0], PersonName):
        spelt = next((name for name in party.names[1:] if language in name.languages), party.names[0])
        latin = None
        if not _in_latin(spelt):
            latin = next((_person(party, name, known, None) for name in party.names if _in_latin(name)), None)
        return _person(party, spelt, known, latin)
    name = body_name(party, when)
    label = name.label
    # A name that the library translated is printed on no document: a reference has the English one.
    text = label["en"] if language in name.supplied and "en" not in name.supplied else label.get(language) or label["en"]
    english = None if text == label["en"] else Name(literal=label["en"], party=party.id, identifiers=known)
    return Name(literal=text, party=party.id, identifiers=known, latin=english)


def _person(party: Party, name: PersonName, known: tuple[tuple[str, str], ...], latin: Name | None) -> Name:
    if name.given is None and " " in name.family:
        return Name(literal=name.family, party=party.id, identifiers=known, latin=latin)
    return Name(name.family, name.given or "", name.suffix or "", "", party.id, known, latin)


def _in_latin(name: PersonName) -> bool:
    return not re.search(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]", name.family)
