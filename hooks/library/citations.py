"""One format-neutral citation per edition: what any reference format needs, nothing of how it looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .authorities import BodyName, Party, PersonName
from .catalogue import Catalogue, Placed
from .dates import Issued
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
    """A person by parts, or a body by its whole name (``literal``), which is never split."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def inverted(self) -> str:
        """``Facer, Rex L, II`` for a person, the whole name for a body."""
        return self.literal or ", ".join(part for part in (self.family, self.given, self.suffix) if part)


@dataclass(frozen=True)
class Citation:
    """The fields of a reference to one edition. Empty text or tuple: not known.

    ``kind`` is ``article``, ``book`` or ``report``. ``title`` is as a reference shows it,
    so in square brackets where a cataloguer supplied it. ``pages`` is ``11-31``; ``doi``,
    ``isbn`` and ``issn`` are bare; ``url`` is the landing page, absolute; ``address`` is
    the document elsewhere on the web. ``proper_names`` are names of countries and regions that
    stand in an English title, as written there: formats whose styles change case protect them.
    """

    key: str
    kind: str
    genre: str
    title: str
    supplied: bool
    other_titles: tuple[tuple[str, str], ...]
    language: str
    authors: tuple[Name, ...]
    and_others: bool
    editors: tuple[Name, ...]
    translators: tuple[Name, ...]
    issued: Issued | None
    publisher: str
    place: str
    container: str
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
    address: str
    abstract: str
    abstract_language: str
    keywords: tuple[str, ...]
    proper_names: tuple[str, ...] = ()


class Citing:
    """Makes citations from a catalogue; ``site_url`` ends in a slash."""

    def __init__(self, catalogue: Catalogue, site_url: str) -> None:
        self.catalogue = catalogue
        self.site_url = site_url
        self._names = re.compile("|".join(rf"\\b{re.escape(name)}\\b" for name in sorted(_geographic(catalogue), key=len, reverse=True)) or "(?!)")
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
        people: dict[str, list[Name]] = {"editor": [], "translator": []}
        for contributor in work.contributors:
            if contributor.role in people:
                people[contributor.role].append(self._name(contributor.party, words, issued))
        publisher = edition.publisher or catalogue.issuer_of(placed)
        series = work.series
        issue = placed.issue
        return Citation(
            key=edition.citation_key,
            kind="article" if placed.in_journal else "book" if work.type == "book" else "report",
            genre=GENRES.get(work.type, ""),
            title=f"[{title}]" if supplied else title,
            supplied=supplied,
            other_titles=tuple((tag, f"[{text}]" if tag in work.supplied.title else text) for tag, text in work.title.items() if tag != language),
            language=edition.language or "",
            authors=tuple(self._name(creator.party, words, issued) for creator in work.creators),
            and_others=work.and_others is not None,
            editors=tuple(people["editor"]),
            translators=tuple(people["translator"]),
            issued=issued,
            publisher=self._name(publisher, words, issued).inverted if publisher else "",
            place=edition.place or (issue.place if issue else None) or "",
            container=self._container(placed),
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
            address=edition.address or "",
            abstract=work.summary[words],
            abstract_language=words,
            keywords=tuple(catalogue.vocabularies["themes"][theme].label[words] for theme in work.themes)
            + tuple(catalogue.vocabularies["countries"][code].label[words] for code in work.coverage.countries),
            proper_names=tuple(dict.fromkeys(self._names.findall(title))) if language == "en" else (),
        )

    def _name(self, party_id: str, language: str, when: Issued | None) -> Name:
        return cited_name(self.catalogue.vocabularies["parties"][party_id], language, when)

    def _container(self, placed: Placed) -> str:
        journal = self.catalogue.journal
        if not placed.in_journal or journal is None:
            return ""
        return _in_english(title_at(journal, placed.issued).title)


def title_at(journal: Journal, when: Issued | None) -> SerialTitle:
    """The title that a serial had at a date; the present one where the date is not known."""
    for titled in reversed(journal.titles):
        if when and titled.until and when.year <= titled.until.year:
            return titled
    return journal.titles[0]


_WORDS_OF_NAMES = {"republic", "the", "of", "and", "united", "states", "state", "kingdom", "democratic", "federation", "people", "s",
                   "islamic", "south", "north", "new", "central", "eastern", "saint", "islands", "other", "global", "hub", "countries",
                   "participating", "region", "holy", "see", "post", "plurinational", "bolivarian", "federated"}
"""Words of countries' and regions' names that are no proper names by themselves."""


def _geographic(catalogue: Catalogue) -> set[str]:
    """English names of countries and regions, and the telling words in them (Korea, Kyrgyz)."""
    labels = [term.label["en"] for name in ("countries", "regions") for term in catalogue.vocabularies[name].terms.values() if "en" in term.label]
    words = {word for label in labels for word in re.findall(r"[A-Z][\w’'-]+", label)}
    return {word for word in words if word.lower() not in _WORDS_OF_NAMES and len(word) > 3}


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
    """A party's name as references show it: by parts for a person, whole for a body."""
    name = party.names[0]
    if isinstance(name, PersonName):
        if name.given is None:
            return Name(literal=name.family) if " " in name.family else Name(name.family, "", name.suffix or "")
        return Name(name.family, name.given, name.suffix or "")
    label = body_name(party, when).label
    return Name(literal=label.get(language) or label["en"])
