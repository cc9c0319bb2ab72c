"""What the pages of the journal and of its issues show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.catalogue import titles
from library.catalogue.catalogue import Placed
from library.catalogue.languages import text_in
from library.catalogue.model import Issue, Journal
from library.citations import paths as citation_paths
from library.citations.citing import title_at
from library.citations.texts import ExportTexts
from library.pages import downloads
from library.pages.downloads import Download
from library.pages.facets import Count
from library.pages.work import SourceView, WorkViews, issue_name, said_of_summary
from library.press.output import OutputFile
from library.words.labels import Labels, Link, frequency_labels

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


@dataclass(frozen=True)
class IssueView:
    """An issue of the journal with its articles in order."""

    path: str
    title: str
    journal: Link
    own_title: str
    own_title_language: str
    own_title_supplied: bool
    label: str
    date: str
    summary: str
    summary_language: str
    summary_said: str
    complete: bool
    count: str
    works: tuple[Placed, ...]
    address: str
    exports: tuple[tuple[str, str], ...]
    composed: str
    download: Download
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
    composed: str
    download: Download
    feed: str
    sources: tuple[SourceView, ...]


class JournalViews:
    """Makes views of the journal in one language."""

    def __init__(self, works: WorkViews, texts: ExportTexts) -> None:
        self.works = works
        self.texts = texts
        self.labels: Labels = works.labels
        self.words = works.words
        self.language = works.language
        self.catalogue = works.catalogue
        self.indexes = self.labels.indexes

    @property
    def _serial(self) -> Journal:
        """The journal's record; these pages are made only where there is one."""
        journal = self.catalogue.journal
        assert journal, "the catalogue has no journal"
        return journal

    def issue(self, issue: Issue) -> IssueView:
        language, say = self.language, self.words.say
        numbers = list(self.catalogue.issues)
        position = numbers.index(issue.id)
        own, summary = titles.own_title(issue, language), titles.summary(issue, language)
        works = self.catalogue.listed_in(issue)
        record = self.catalogue.issue_records[issue.id]
        return IssueView(
            path=f"journal/{issue.id}",
            title=issue_name(issue.id, self.labels),
            journal=self._journal_then(issue),
            own_title=own.text,
            own_title_language=own.language_beside(language),
            own_title_supplied=own.supplied,
            label=issue.label or "",
            date=self.words.date(issue.issued) if issue.issued else say("Year not stated"),
            summary=summary.text,
            summary_language=summary.language_beside(language),
            summary_said=said_of_summary(summary, self.labels),
            complete=issue.complete == "yes",
            count=self.words.plural("%(num)s article", "%(num)s articles", len(works)),
            works=works,
            address=issue.address or "",
            exports=self.texts.of_list(f"journal/{issue.id}", works),
            composed=f"journal/{issue.id}" if citation_paths.has_files(works) else "",
            download=downloads.of(self.words, f"journal/{issue.id}", works),
            previous=self._issue_link(numbers[position - 1]) if position else None,
            next=self._issue_link(numbers[position + 1]) if position + 1 < len(numbers) else None,
            sources=tuple(self.works.source(source) for source in issue.provenance),
            correct=self.works.correct(record.name),
        )

    def _journal_then(self, issue: Issue) -> Link:
        """The title that the journal had when the issue came out."""
        titled = title_at(self._serial, issue.issued)
        if titled is self._serial.titles[0]:
            title, supplied = self.title()
            return Link(f"[{title}]" if supplied else title, "journal")
        tag = self.language if self.language in titled.title else next(iter(titled.title))
        return Link(titled.title[tag], "journal", "" if tag == self.language else tag)

    def _issue_link(self, number: str) -> Link:
        return Link(issue_name(number, self.labels), f"journal/{number}")

    def title(self) -> tuple[str, bool]:
        """The journal's title in this language and whether it is supplied."""
        journal, language = self._serial, self.language
        present = journal.titles[0].title
        if language in present:
            return present[language], False
        supplied = journal.supplied_titles or {}
        return (supplied[language], True) if language in supplied else (text_in(present, *self.catalogue.languages), False)

    def journal(self) -> JournalView:
        journal, say, language = self._serial, self.words.say, self.language
        title, supplied = self.title()
        works = tuple(placed for placed in self.catalogue.listed if placed.in_journal)
        frequency = frequency_labels(say)
        facts = [
            ("ISSN", ", ".join(journal.issn) or say("not stated")),
            (say("Published by"), self.labels.party(journal.issuer)),
            (
                say("Frequency"),
                say("%(frequency)s by its own account", frequency=frequency[journal.frequency]) if journal.frequency else say("not stated"),
            ),
            (say("Languages"), ", ".join(self.labels.language_list(journal.languages)) or say("not stated")),
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
            issues=tuple(self._issue_count(issue) for issue in reversed(list(self.catalogue.issues.values()))),
            missing=", ".join(journal.missing_issues),
            unplaced=tuple(placed for placed in self.indexes.newest if placed.in_journal and placed.issue is None),
            exports=self.texts.of_list("journal", works),
            composed="journal" if citation_paths.has_files(works) else "",
            download=downloads.of(self.words, "journal", works),
            feed=citation_paths.of_feed("journal"),
            sources=tuple(self.works.source(source) for source in journal.provenance),
        )

    def _issue_count(self, issue: Issue) -> Count:
        own, articles = titles.own_title(issue, self.language), len(self.catalogue.listed_in(issue))
        return Count(
            issue_name(issue.id, self.labels),
            f"journal/{issue.id}",
            articles,
            self.words.plural("%(num)s article", "%(num)s articles", articles),
            date=self.words.date(issue.issued) if issue.issued else "",
            note=own.marked,
            note_language=own.language_beside(self.language),
        )

    def _team(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        say = self.words.say
        posts = {
            "editor-in-chief": say("Editor-in-chief"),
            "managing-editor": say("Managing editor"),
            "assistant": say("Assistant"),
            "board": say("Editorial board"),
        }
        team: dict[str, list[Link]] = {}
        for member in self._serial.team:
            shelf = self.indexes.shelf("people", member.party)
            team.setdefault(member.post, []).append(Link(self.labels.party(member.party), shelf.path if shelf else ""))
        return tuple((posts[post], tuple(members)) for post, members in team.items())


def page(stamper: Stamper) -> OutputFile:
    """The page of the journal."""
    view = stamper.journal.journal()
    head = stamper.heads.journal(stamper.language, view.title) + stamper.feed_link(view.feed, view.title)
    return stamper.page("journal", view.title, view.summary, "journal", stamper.body("journal.html", view=view), head)


def issue_page(stamper: Stamper, issue: Issue) -> OutputFile:
    """The page of an issue."""
    section = Link(stamper.words.say("Journal"), "journal")
    view = stamper.journal.issue(issue)
    title = f"{stamper.journal.journal().title}, {view.title}"
    description = view.summary or title
    head = stamper.heads.issue(issue, stamper.language, title, [section])
    return stamper.page(view.path, title, description, "journal", stamper.body("issue.html", view=view, section=section), head)
