"""What list pages show: a term's works, a facet's terms, the journal, the alphabet, the home page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .catalogue import Placed
from .collation import initial
from .exports import FORMATS
from .indexes import FACETS, NOT_STATED, Shelf
from .labels import FACET_BY_PATH, Labels, Link
from .model import Issue, PersonName
from .views import SourceView, WorkViews, issue_name

LIST_LENGTH = 30
"""Works on one page of a list: some 10 KB compressed, for readers on slow lines."""

NEW_LENGTH = 6
"""New works on the home page: two rows of three."""


@dataclass(frozen=True)
class Count:
    """A link with the number of works behind it."""

    text: str
    path: str
    number: int
    works: str
    language: str = ""
    note: str = ""
    narrower: tuple[Count, ...] = ()


@dataclass(frozen=True)
class ListView:
    """One page of a list of works. ``pages`` are the list's pages, the current without a path."""

    path: str
    title: str
    facet: Link | None
    scope: str
    count: str
    works: tuple[Placed, ...]
    first: int
    broader: Link | None
    narrower: tuple[Count, ...]
    languages: tuple[Count, ...]
    facts: tuple[tuple[str, str], ...]
    exports: tuple[tuple[str, str], ...]
    page: int
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class Group:
    """Terms or works under one heading; the heading may be empty."""

    heading: str
    anchor: str
    items: tuple[object, ...]


@dataclass(frozen=True)
class FacetView:
    """All terms of a facet that have works, with their counts."""

    path: str
    title: str
    intro: str
    groups: tuple[Group, ...]
    letters: bool


@dataclass(frozen=True)
class IssueView:
    """An issue of the journal with its articles in order."""

    path: str
    title: str
    own_title: str
    own_title_supplied: bool
    label: str
    date: str
    summary: str
    complete: bool
    count: str
    works: tuple[Placed, ...]
    address: str
    exports: tuple[tuple[str, str], ...]
    previous: Link | None
    next: Link | None
    sources: tuple[SourceView, ...]
    correct: str


@dataclass(frozen=True)
class JournalView:
    """The journal: its titles over time, facts, team and issues."""

    title: str
    title_supplied: bool
    printed: tuple[Link, ...]
    former: tuple[Link, ...]
    summary: str
    facts: tuple[tuple[str, str], ...]
    address: str
    team: tuple[tuple[str, tuple[Link, ...]], ...]
    team_seen: str
    issues: tuple[Count, ...]
    missing: str
    unplaced: tuple[Placed, ...]
    exports: tuple[tuple[str, str], ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class Cell:
    number: int
    level: int


@dataclass(frozen=True)
class HomeView:
    """What is here, what is new, ways in, and themes by language as a picture."""

    figures: tuple[Count, ...]
    newest: tuple[Placed, ...]
    ways: tuple[Link, ...]
    themes: tuple[Count, ...]
    countries: tuple[Count, ...]
    languages: tuple[Count, ...]
    columns: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[Cell, ...], int], ...]
    years: tuple[tuple[str, int, int], ...]
    journal: Link | None
    journal_summary: str


class ListViews:
    """Makes views of lists in one language."""

    def __init__(self, works: WorkViews) -> None:
        self.works = works
        self.labels: Labels = works.labels
        self.words = works.words
        self.catalogue = works.catalogue
        self.indexes = self.labels.indexes
        self.titles = facet_titles(self.words.say)
        self.intros = facet_intros(self.words.say)

    # -- lists of works ------------------------------------------------------------------

    def count(self, number: int) -> str:
        return self.words.plural("%(num)s publication", "%(num)s publications", number)

    def all_works(self) -> Iterable[ListView]:
        """The pages of the list of everything, newest first."""
        return self._pages("publications", self.words.say("All publications"), None, self.indexes.newest,
                           export=None)

    def shelf(self, shelf: Shelf) -> Iterable[ListView]:
        """The pages of one term's list."""
        facet = shelf.facet
        return self._pages(shelf.path, self.labels.term(facet.path, shelf.term),
                           Link(self.titles[facet.path], facet.path), shelf.works, export=shelf.path, shelf=shelf)

    def _pages(self, path: str, title: str, facet: Link | None, works: Sequence[Placed], export: str | None,
               shelf: Shelf | None = None) -> Iterable[ListView]:
        starts = range(0, max(len(works), 1), LIST_LENGTH)
        paths = [path if number == 0 else f"{path}/{number + 1}" for number in range(len(starts))]
        languages = self._language_counts(works) if shelf is None or shelf.facet.path != "languages" else ()
        for number, start in enumerate(starts):
            yield ListView(
                path=paths[number],
                title=title,
                facet=facet,
                scope=self._scope(shelf) if shelf else "",
                count=self.count(len(works)),
                works=tuple(works[start: start + LIST_LENGTH]),
                first=start + 1,
                broader=self._broader(shelf) if shelf else None,
                narrower=self._narrower(shelf) if shelf else (),
                languages=languages,
                facts=self._facts(shelf) if shelf else (),
                exports=tuple((format_.label, f"{export or 'exports'}/{'works' if export else 'library'}.{format_.ending}") for format_ in FORMATS),
                page=number + 1,
                pages=tuple(Link(str(which + 1), "" if which == number else other) for which, other in enumerate(paths))
                if len(paths) > 1 else (),
            )

    def _language_counts(self, works: Sequence[Placed]) -> tuple[Count, ...]:
        """In how many works of the list each language occurs; the site's languages also when none."""
        counts: dict[str, int] = dict.fromkeys(self.catalogue.languages, 0)
        for placed in works:
            for language in {edition.language or NOT_STATED for edition in placed.work.editions}:
                counts[language] = counts.get(language, 0) + 1
        return tuple(
            Count(self.labels.term("languages", language), f"languages/{language.lower()}" if language in self.indexes.shelves["languages"] else "",
                  number, self.count(number))
            for language, number in counts.items() if number or language in self.catalogue.languages
        )

    def _scope(self, shelf: Shelf) -> str:
        name = shelf.facet.vocabulary
        if not name or name == "parties" or shelf.term == NOT_STATED:
            return ""
        scope = self.catalogue.vocabularies[name][shelf.term].scope
        return scope[self.labels.language] if scope else ""

    def _broader(self, shelf: Shelf) -> Link | None:
        if not shelf.facet.rolls_up:
            return None
        broader = self.catalogue.vocabularies[shelf.facet.vocabulary][shelf.term].broader
        return self.labels.link(shelf.facet.path, broader) if broader else None

    def _narrower(self, shelf: Shelf) -> tuple[Count, ...]:
        if not shelf.facet.rolls_up:
            return ()
        narrower = self.catalogue.vocabularies[shelf.facet.vocabulary].narrower.get(shelf.term, ())
        return tuple(self._term(shelf.facet.path, term) for term in narrower if self.indexes.shelf(shelf.facet.path, term))

    def _facts(self, shelf: Shelf) -> tuple[tuple[str, str], ...]:
        """What the authority file says of a person or body: other names, with their times."""
        if shelf.facet.path != "people":
            return ()
        say, party = self.words.say, self.catalogue.vocabularies["parties"][shelf.term]
        facts: list[tuple[str, str]] = []
        for name in party.names[1:]:
            if not isinstance(name, PersonName):
                label = name.label.get(self.labels.language) or name.label["en"]
                span = "–".join(self.words.date(date) if date else "" for date in (name.since, name.until)).strip("–")
                facts.append((say("Former name"), f"{label} ({span})" if span else label))
        if party.variants:
            facts.append((say("Also printed as"), "; ".join(party.variants)))
        if party.abbreviation:
            facts.append((say("Abbreviation"), party.abbreviation))
        if party.country:
            facts.append((say("Country"), self.labels.vocabulary("countries", party.country)))
        if party.orcid:
            facts.append(("ORCID", party.orcid))
        return tuple(facts)

    # -- facets --------------------------------------------------------------------------

    def _term(self, facet: str, term: str) -> Count:
        shelf = self.indexes.shelves[facet][term]
        number = len(shelf.works)
        text = self.labels.heading(term) if facet == "people" else self.labels.term(facet, term)
        return Count(text, shelf.path, number, self.count(number))

    def facet(self, path: str) -> FacetView:
        """The facet's page: every term with its number of works."""
        letters = path == "people"
        return FacetView(path, self.titles[path], self.intros[path], tuple(self._groups(path, letters)), letters)

    def _groups(self, path: str, letters: bool) -> Iterable[Group]:
        shelves = self.indexes.shelves[path]
        facet = FACET_BY_PATH[path]
        if facet.rolls_up:
            vocabulary = self.catalogue.vocabularies[facet.vocabulary]
            tops = [term for term in vocabulary if not vocabulary[term].broader and term in shelves]
            yield Group("", "", tuple(self._with_narrower(path, term) for term in tops))
            return
        terms = self.labels.sort(path, list(shelves))
        if not letters:
            yield Group("", "", tuple(self._term(path, term) for term in terms))
            return
        for heading, group in _by_initial(terms, lambda term: self.labels.heading(term), self.labels.language):
            yield Group(heading, _anchor(heading), tuple(self._term(path, term) for term in group))

    def _with_narrower(self, path: str, term: str) -> Count:
        top = self._term(path, term)
        vocabulary = self.catalogue.vocabularies[path]
        narrower = tuple(self._term(path, below) for below in vocabulary.narrower.get(term, ()) if below in self.indexes.shelves[path])
        scope = vocabulary[term].scope
        return Count(top.text, top.path, top.number, top.works, note=scope[self.labels.language] if scope else "", narrower=narrower)

    def alphabet(self) -> FacetView:
        """All titles in this language's alphabetical order, under their letters."""
        keys = self.labels.title_keys
        works = sorted(self.catalogue.works.values(), key=lambda placed: keys[placed.work.id])
        groups = tuple(
            Group(heading, _anchor(heading), tuple(group))
            for heading, group in _by_initial(works, lambda placed: placed.work.title[self.labels.language], self.labels.language)
        )
        return FacetView("titles", self.words.say("Titles A–Z"),
                         self.words.say("Titles in alphabetical order. Square brackets mark titles that were supplied for the library."),
                         groups, True)

    # -- the journal -----------------------------------------------------------------------

    def issue(self, issue: Issue) -> IssueView:
        language, say = self.labels.language, self.words.say
        numbers = list(self.catalogue.issues)
        position = numbers.index(issue.id)
        own = issue.title[language] if issue.title and language in issue.title else ""
        record = self.catalogue.issue_records[issue.id]
        return IssueView(
            path=f"journal/{issue.id}",
            title=issue_name(issue.id, self.labels),
            own_title=own,
            own_title_supplied=bool(own) and language in issue.supplied.title,
            label=issue.label or "",
            date=self.words.date(issue.issued) if issue.issued else say("Year not stated"),
            summary=issue.summary[language],
            complete=issue.complete == "yes",
            count=self.words.plural("%(num)s article", "%(num)s articles", len(issue.articles)),
            works=tuple(self.catalogue.works[article.id] for article in issue.articles),
            address=issue.address or "",
            exports=tuple((format_.label, f"journal/{issue.id}/works.{format_.ending}") for format_ in FORMATS),
            previous=self._issue_link(numbers[position - 1]) if position else None,
            next=self._issue_link(numbers[position + 1]) if position + 1 < len(numbers) else None,
            sources=tuple(self.works._source(source) for source in issue.provenance),
            correct=f"{self.works.edit_url}{record.name}" if self.works.edit_url else "",
        )

    def _issue_link(self, number: str) -> Link:
        return Link(issue_name(number, self.labels), f"journal/{number}")

    def journal_title(self) -> tuple[str, bool]:
        """The journal's title in this language and whether it is supplied."""
        journal = self.catalogue.journal
        language = self.labels.language
        present = journal.titles[0].title
        if language in present:
            return present[language], False
        supplied = journal.supplied_titles or {}
        return (supplied[language], True) if language in supplied else (present.get("en") or next(iter(present.values())), False)

    def journal(self) -> JournalView:
        journal, say, language = self.catalogue.journal, self.words.say, self.labels.language
        title, supplied = self.journal_title()
        frequency = {"annual": say("once a year"), "biannual": say("twice a year"), "quarterly": say("four times a year"),
                     "irregular": say("irregularly")}
        facts = [
            ("ISSN", ", ".join(journal.issn) or say("not stated")),
            (say("Published by"), self.labels.party(journal.issuer)),
            (say("Frequency"), say("%(frequency)s by its own account", frequency=frequency[journal.frequency]) if journal.frequency else say("not stated")),
            (say("Languages"), ", ".join(self.labels.vocabulary("languages", tag) for tag in journal.languages) or say("not stated")),
        ]
        return JournalView(
            title=title,
            title_supplied=supplied,
            printed=tuple(Link(text, "", tag) for tag, text in journal.titles[0].title.items() if tag != language),
            former=tuple(Link(text, "", tag) for former in journal.titles[1:] for tag, text in former.title.items()),
            summary=journal.summary[language],
            facts=tuple(facts),
            address=journal.address or "",
            team=self._team(),
            team_seen=self.words.date(journal.team_seen) if journal.team_seen else "",
            issues=tuple(self._issue_count(issue) for issue in reversed(self.catalogue.issues.values())),
            missing=", ".join(journal.missing_issues),
            unplaced=tuple(placed for placed in self.indexes.newest if placed.in_journal and placed.issue is None),
            exports=tuple((format_.label, f"journal/works.{format_.ending}") for format_ in FORMATS),
            sources=tuple(self.works._source(source) for source in journal.provenance),
        )

    def _issue_count(self, issue: Issue) -> Count:
        language = self.labels.language
        own = issue.title[language] if issue.title and language in issue.title else ""
        if own and language in issue.supplied.title:
            own = f"[{own}]"
        return Count(issue_name(issue.id, self.labels), f"journal/{issue.id}", len(issue.articles),
                     self.words.plural("%(num)s article", "%(num)s articles", len(issue.articles)),
                     language=self.words.date(issue.issued) if issue.issued else "", note=own)

    def _team(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        say = self.words.say
        posts = {"editor-in-chief": say("Editor-in-chief"), "managing-editor": say("Managing editor"),
                 "assistant": say("Assistant"), "board": say("Editorial board")}
        team: dict[str, list[Link]] = {}
        for member in self.catalogue.journal.team:
            shelf = self.indexes.shelf("people", member.party)
            team.setdefault(member.post, []).append(Link(self.labels.party(member.party), shelf.path if shelf else ""))
        return tuple((posts[post], tuple(members)) for post, members in team.items())

    # -- home ------------------------------------------------------------------------------

    def home(self) -> HomeView:
        shelves, languages = self.indexes.shelves, self.catalogue.languages
        columns = [term for term in (*languages, NOT_STATED) if term in shelves["languages"]]
        held = {term: {placed.work.id for placed in shelves["languages"][term].works} for term in columns}
        vocabulary = self.catalogue.vocabularies["themes"]
        tops = [term for term in vocabulary if not vocabulary[term].broader and term in shelves["themes"]]
        counted = [(term, [len(held[column] & {placed.work.id for placed in shelves["themes"][term].works}) for column in columns])
                   for term in tops]
        largest = max((number for _, numbers in counted for number in numbers), default=1)
        rows = tuple(
            (self.labels.link("themes", term), tuple(Cell(number, _level(number, largest)) for number in numbers), len(shelves["themes"][term].works))
            for term, numbers in counted
        )
        journal = self.catalogue.journal
        return HomeView(
            figures=self._figures(),
            newest=self.indexes.newest[:NEW_LENGTH],
            ways=tuple(Link(self.titles[facet.path], facet.path) for facet in FACETS),
            themes=tuple(self._term("themes", term) for term in tops),
            countries=tuple(sorted((self._term("countries", term) for term in shelves["countries"]), key=lambda count: -count.number)[:12]),
            languages=tuple(self._term("languages", term) for term in columns),
            columns=tuple(self.labels.link("languages", term) for term in columns),
            rows=rows,
            years=self._years(),
            journal=Link(self.journal_title()[0], "journal") if journal else None,
            journal_summary=journal.summary[self.labels.language] if journal else "",
        )

    def _figures(self) -> tuple[Count, ...]:
        shelves = self.indexes.shelves
        words = self.words
        editions = sum(len(placed.work.editions) for placed in self.indexes.newest)
        figures = [
            (words.plural("%(num)s publication", "%(num)s publications", len(self.indexes.newest)), "publications", len(self.indexes.newest)),
            (words.plural("%(num)s edition", "%(num)s editions", editions), "languages", editions),
            (words.plural("%(num)s country discussed", "%(num)s countries discussed", len(shelves["countries"])), "countries", len(shelves["countries"])),
            (words.plural("%(num)s journal issue", "%(num)s journal issues", len(self.catalogue.issues)), "journal", len(self.catalogue.issues)),
        ]
        return tuple(Count(text, path, number, "") for text, path, number in figures if number)

    def _years(self) -> tuple[tuple[str, int, int], ...]:
        """Year, number of works and bar height in per cent, for every year from the first to the last."""
        years = {int(term): len(shelf.works) for term, shelf in self.indexes.shelves["years"].items() if term != NOT_STATED}
        if not years:
            return ()
        largest = max(years.values())
        return tuple((str(year), years.get(year, 0), round(100 * years.get(year, 0) / largest)) for year in range(min(years), max(years) + 1))


def _level(number: int, largest: int) -> int:
    """Shade of a cell, 0 (none) to 5 (most), by the square root so that small numbers show."""
    return 0 if number == 0 else max(1, round(5 * (number / largest) ** 0.5))


def _anchor(heading: str) -> str:
    return "number" if heading == "#" else heading.lower()


def _by_initial(items: Iterable, text: object, language: str) -> Iterable[tuple[str, list]]:
    """Sorted items under the letters with which their texts begin, in the order in which they come."""
    groups: dict[str, list] = {}
    for item in items:
        groups.setdefault(initial(text(item), language), []).append(item)
    return groups.items()


def facet_titles(say: object) -> dict[str, str]:
    """Titles of the facets' pages, by address."""
    return {
        "themes": say("Themes"), "countries": say("Countries"), "regions": say("Regions"), "languages": say("Languages"),
        "types": say("Types of publication"), "series": say("Series"), "people": say("Persons and bodies"), "years": say("Years"),
    }


def facet_intros(say: object) -> dict[str, str]:
    return {
        "themes": say("What the publications are about. A publication may have several themes; a broad theme holds those of its finer ones."),
        "countries": say("Countries that the publications discuss, as far as the sources say."),
        "regions": say("Regions and groups of countries that the publications discuss."),
        "languages": say("Languages in which the documents themselves exist. Titles and summaries are in all four languages of this library."),
        "types": say("Kinds of publication."),
        "series": say("Series that publications belong to."),
        "people": say("Authors, editors, partners and publishers. Names of persons stand as the documents print them."),
        "years": say("Years of issue, the newest first."),
    }
