"""What the page of a country shows besides its works: who of it wrote here, in what it took part, and what there is in its languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from babel.languages import get_official_languages

from library.catalogue import event_lists, titles
from library.catalogue.catalogue import Filed
from library.catalogue.indexes import Indexes
from library.catalogue.participation import Participation
from library.pages.work import SourceView, WorkViews
from library.words.labels import Labels, Link


@dataclass(frozen=True)
class EvidenceView:
    """A piece of evidence, its date (or that none is stated), and where it was read."""

    text: str
    date: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class CountryView:
    """What is here of, by and with a country. ``people`` are persons with what documents print of them, and bodies of the country.

    ``together`` are groups of links under headings: events held there, alliances that it is in, projects for it. ``missing``
    says of what nothing is listed.
    """

    code: str
    title: str
    people: tuple[tuple[Link, str], ...]
    evidence: tuple[EvidenceView, ...]
    languages: tuple[tuple[Link, str], ...]
    together: tuple[tuple[str, tuple[Link, ...]], ...]
    missing: tuple[str, ...]
    correct: str


class CountryViews:
    """Makes views of countries in one language; none where the library holds no evidence of participation."""

    def __init__(self, works: WorkViews) -> None:
        self.works = works
        self.labels: Labels = works.labels
        self.words = works.words
        self.language = works.language
        self.catalogue = works.catalogue
        self.indexes: Indexes = works.labels.indexes

    def of(self, code: str) -> CountryView | None:
        vocabulary = self.catalogue.vocabularies["participation"]
        if not len(vocabulary):
            return None
        evidence = [each for each in vocabulary.terms.values() if each.country == code]
        record = vocabulary.stands[next(iter(vocabulary))][0]
        people, languages, together = tuple(self._people(code)), tuple(self._languages(code)), tuple(self._together(code))
        return CountryView(
            code=code.lower(),
            title=self.labels.vocabulary("countries", code),
            people=people,
            evidence=tuple(map(self._evidence, sorted(evidence, key=lambda each: (each.date is None, str(each.date or "")))))
            if evidence
            else (),
            languages=languages,
            together=together,
            missing=tuple(self._missing(code, bool(people), bool(evidence), len(together))),
            correct=self.works.correct(record.name),
        )

    def without_works(self) -> tuple[CountryView, ...]:
        """Countries of which there is evidence, and no work that discusses them."""
        codes = dict.fromkeys(each.country for each in self.catalogue.vocabularies["participation"].terms.values())
        bare = self.labels.sort("countries", [code for code in codes if not self.indexes.shelf("countries", code)])
        return tuple(view for code in bare if (view := self.of(code)))

    def _people(self, code: str) -> Iterator[tuple[Link, str]]:
        """Persons whose printed affiliation names the country, and bodies of the country, as far as they have a list."""
        pattern = self._names(code)
        found: dict[str, str] = {}
        for party, affiliation in self._printed:
            if pattern.search(affiliation):
                found.setdefault(party, affiliation)
        parties = self.catalogue.vocabularies["parties"]
        bodies = [party for party in self.indexes.shelves["people"] if getattr(parties[party], "country", None) == code]
        for party in self.labels.sort("people", [*found, *(body for body in bodies if body not in found)]):
            shelf = self.indexes.shelf("people", party)
            yield Link(self.labels.heading(party), shelf.path if shelf else ""), found.get(party, "")

    @cached_property
    def _printed(self) -> tuple[tuple[str, str], ...]:
        """Persons with what documents print of them, each pair once, that of the newest work first."""
        makers = (maker for placed in self.indexes.newest for maker in (*placed.work.creators, *placed.work.contributors))
        return tuple(dict.fromkeys((maker.party, maker.affiliation) for maker in makers if maker.affiliation))

    def _names(self, code: str) -> re.Pattern[str]:
        """The country's names in any of the site's languages, as whole words."""
        term = self.catalogue.vocabularies["countries"][code]
        names = [*term.label.values(), *(name for names in (term.searched_as or {}).values() for name in names)]
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)

    def _evidence(self, each: Participation) -> EvidenceView:
        say = self.words.say
        said = _said(say)[each.participating]
        text = f"{kinds(say)[each.kind]}{self.words.before_bracket}({said})" if said else kinds(say)[each.kind]
        date = self.words.date(each.date) if each.date else say("date not stated")
        return EvidenceView(text, date, tuple(map(self.works.source, each.provenance)))

    def _together(self, code: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
        """Events held there, alliances that it is in, projects for it; a group that would be empty is left out."""
        say = self.words.say
        events = self.indexes.events.get(event_lists.address("countries", code))
        if events:
            number = self.words.plural("%(num)s event", "%(num)s events", len(events.events))
            yield say("Events held there"), (Link(number, events.path),)
        kinds = ((say("Alliances that it is in"), "alliance", "members"), (say("Projects for it"), "project", "countries"))
        for heading, kind, field in kinds:
            found = [filed for filed in self.catalogue.of_kind(kind).values() if code in getattr(filed.value, field)]
            if found:
                yield heading, tuple(self._record(filed) for filed in found)

    def _record(self, filed: Filed) -> Link:
        return Link(titles.of_texts(filed.value.title, filed.value.supplied.title, self.language).marked, filed.address)

    def _missing(self, code: str, people: bool, evidence: bool, together: int) -> Iterator[str]:
        """Of what nothing is listed, where the library lists such things of other countries."""
        say = self.words.say
        if not self.indexes.shelf("countries", code):
            yield say("publications that discuss it")
        if not people:
            yield say("authors and bodies of the country")
        if not evidence:
            yield say("evidence of its participation")
        if self.catalogue.filed and not together:
            yield say("events, alliances and projects")
        for tag in self._official(code):
            if not self.indexes.shelf("languages", tag):
                language = self.labels.vocabulary("languages", tag) if tag in self.catalogue.vocabularies["languages"] else ""
                if language:
                    yield say("publications in its official language (%(language)s)", language=language)

    @staticmethod
    def _official(code: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tag.split("_")[0] for tag in get_official_languages(code, de_facto=True)))

    def _languages(self, code: str) -> Iterator[tuple[Link, str]]:
        for tag in self._official(code):
            shelf = self.indexes.shelf("languages", tag)
            if shelf:
                number = self.words.plural("%(num)s publication", "%(num)s publications", len(shelf.works))
                yield Link(self.labels.vocabulary("languages", tag), shelf.path), number


def kinds(say: Callable[..., str]) -> Mapping[str, str]:
    """What a piece of evidence tells; a plan is called one."""
    return {
        "joined": say("said to have joined"),
        "called-participating": say("called a participating country"),
        "steering-committee": say("in the steering committee"),
        "advisory-board": say("in the advisory board"),
        "host": say("host country"),
        "funder": say("funder"),
        "hosted-event": say("an event was held there"),
        "planned-event": say("an event was planned there; that it was held is not said"),
        "alliance-member": say("in a peer-learning alliance"),
        "project-country": say("country of a project"),
        "partner-country": say("partner country"),
        "study-partner": say("partner of a study"),
        "country-profile": say("subject and partner of a country profile"),
    }


def _said(say: Callable[..., str]) -> Mapping[str, str]:
    """Whether the source itself speaks of participation."""
    return {
        "said": "",
        "implied": say("participation is implied"),
        "as-partner": say("as a partner"),
        "of-the-project": say("in the project, not in the Hub"),
        "not-said": say("participation itself is not said"),
    }
