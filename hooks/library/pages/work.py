"""What the page of a work shows: strings ready to print in one language. Templates only arrange what is decided here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.catalogue import access, documents, titles
from library.catalogue.catalogue import Placed
from library.catalogue.dates import Issued
from library.catalogue.document_numbers import CLASSES, NAMES
from library.catalogue.documents import Document
from library.catalogue.indexes import NOT_STATED
from library.catalogue.model import Edition
from library.catalogue.model_parts import Contributor, Creator, Provenance
from library.catalogue.pages import with_dash
from library.catalogue.related import Relations
from library.catalogue.titles import Shown
from library.pages import copies
from library.pages.cards import CardViews
from library.pages.citation_box import CitationBox, CitationViews
from library.pages.corrections import CorrectionView, corrections
from library.pages.covers import share_files
from library.pages.hosts import HostView, event, host_view, original
from library.pages.pictures.concerns import where
from library.pages.reasons import RelatedView, related_view
from library.pages.tombstones import Tombstone, WorkLink, replaces, tombstone
from library.press.output import OutputFile
from library.words.labels import Labels, Link, access_labels

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


@dataclass(frozen=True)
class Person:
    """Someone named on a work: how printed, where their list is, what they did or were."""

    name: str
    path: str
    role: str
    affiliation: str


@dataclass(frozen=True)
class EditionView:
    """One edition. Empty text: not stated. ``rows`` are label and value pairs in order."""

    language: str
    tag: str
    title: str
    supplied: bool
    rows: tuple[tuple[str, str], ...]
    anchor: str
    address: str
    file: str
    file_label: str
    doi: str
    text_anchor: str
    abstract: str
    parallel: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SourceView:
    """Where facts were read, and which; ``at_language`` is set where ``at`` is not in the page's."""

    text: str
    url: str
    at: str
    at_language: str
    for_: str


@dataclass(frozen=True)
class WorkView:
    """Everything on a work's page.

    ``title_language`` and ``summary_language`` are set where the text is not in the page's language;
    ``title_said`` and ``summary_said`` then say so in words.
    """

    id: str
    path: str
    title: str
    title_language: str
    title_said: str
    supplied: bool
    kind: Link
    date: str
    year: Link
    creators: tuple[Person, ...]
    and_others: bool
    contributors: tuple[tuple[str, tuple[Person, ...]], ...]
    issuer: Link | None
    summary: str
    summary_language: str
    summary_said: str
    summary_supplied: bool
    themes: tuple[Link, ...]
    countries: tuple[Link, ...]
    regions: tuple[Link, ...]
    languages: tuple[Link, ...]
    audiences: tuple[str, ...]
    concerns: tuple[tuple[str, str], ...]
    series: Link | None
    series_number: str
    issue: Link | None
    host: HostView | None
    event: str
    degree: str
    pages: str
    editions: tuple[EditionView, ...]
    cite: CitationBox
    related: tuple[RelatedView, ...]
    sources: tuple[SourceView, ...]
    correct: str
    withdrawn: Tombstone | None
    replaces: tuple[WorkLink, ...]
    corrected: tuple[CorrectionView, ...]
    texts: tuple[tuple[str, str, str], ...]


class WorkViews(CardViews):
    """Makes views of works in one language. ``correct`` gives the address where the record in a file of the
    catalogue can be corrected, empty where there is none."""

    def __init__(self, labels: Labels, cite: CitationViews, relations: Relations, correct: Callable[[str], str]) -> None:
        super().__init__(labels)
        self.cite = cite
        self.relations = relations
        self.correct = correct

    def work(self, placed: Placed) -> WorkView:
        work, labels, issued = placed.work, self.labels, placed.issued
        issuer = self.catalogue.issuer_of(placed)
        title, summary = self.title(placed), titles.summary(work, self.language)
        return WorkView(
            id=work.id,
            path=placed.address,
            title=title.text,
            title_language=title.language_beside(self.language),
            title_said=self.said_of_title(title),
            supplied=title.supplied,
            kind=Link(labels.type(work.type), self._list_of("types", work.type)),
            date=self._date(issued),
            year=self._link("years", str(issued.year) if issued else NOT_STATED),
            creators=tuple(self._person(maker, issued, "" if work.creators else self._role("editor", 1)) for maker in self._makers(placed)),
            and_others=work.and_others is not None,
            contributors=self._contributors(work.contributors, issued),
            issuer=Link(labels.party(issuer, issued), self._list_of("people", issuer)) if issuer else None,
            summary=summary.text,
            summary_language=summary.language_beside(self.language),
            summary_said=said_of_summary(summary, labels),
            summary_supplied=summary.supplied,
            themes=tuple(self._link("themes", theme) for theme in work.themes),
            countries=tuple(self._link("countries", code) for code in labels.sort("countries", list(work.coverage.countries))),
            regions=tuple(self._link("regions", region) for region in work.coverage.regions),
            languages=self._language_links([tag for edition in work.editions for tag in (edition.language or "", *edition.also_in)]),
            audiences=tuple(labels.vocabulary("audiences", audience) for audience in work.audiences),
            concerns=tuple((labels.vocabulary("tags", each.tag), where(each, self.words.say)) for each in work.tags),
            series=self._link("series", work.series.id) if work.series else None,
            series_number=(work.series.number if work.series else None) or "",
            issue=self._issue(placed),
            host=host_view(placed, labels, self._list_of, self._role),
            event=event(placed, labels),
            degree=work.degree or "",
            pages=with_dash(work.editions[0].pages or ""),
            editions=tuple(self._edition(placed, edition) for edition in work.editions),
            cite=self.cite.of(placed),
            related=tuple(related_view(related, labels) for related in self.relations.of(placed)),
            sources=tuple(self.source(source) for source in work.provenance),
            correct=self.correct(placed.record.name),
            withdrawn=tombstone(placed, labels),
            replaces=replaces(placed, labels),
            corrected=corrections(placed, labels),
            texts=self._texts(placed),
        )

    def _link(self, facet: str, term: str) -> Link:
        return Link(self.labels.term(facet, term), self._list_of(facet, term))

    def _list_of(self, facet: str, term: str) -> str:
        """Address of a term's list; empty where there is none, since it would hold withdrawn works alone."""
        shelf = self.labels.indexes.shelf(facet, term)
        return shelf.path if shelf else ""

    def publications(self, number: int) -> str:
        return self.words.plural("%(num)s publication", "%(num)s publications", number)

    def said_of_title(self, shown: Shown) -> str:
        """That a title is missing in the page's language, and in which language the one shown is; empty where none is missing."""
        if shown.language == self.language:
            return ""
        return self.words.say(
            "There is no title in this language yet. Language of the title shown: %(language)s.",
            language=self.labels.language_in_sentence(shown.language),
        )

    def _person(self, creator: Creator, when: Issued | None, role: str = "") -> Person:
        return Person(self.labels.creator(creator, when), self._list_of("people", creator.party), role, creator.affiliation or "")

    def _contributors(self, contributors: tuple[Contributor, ...], when: Issued | None) -> tuple[tuple[str, tuple[Person, ...]], ...]:
        """Contributors by role, in the order in which the roles first come."""
        by_role: dict[str, list[Person]] = {}
        for contributor in contributors:
            by_role.setdefault(contributor.role, []).append(self._person(contributor, when, self._editions_helped(contributor)))
        return tuple((self._role(role, len(people)), tuple(people)) for role, people in by_role.items())

    def _language_links(self, tags: list[str]) -> tuple[Link, ...]:
        """Languages of the editions, each leading to its list; an empty tag is one that no source states."""
        names = self.labels.language_list(tags)
        return tuple(Link(name, self._list_of("languages", tag or NOT_STATED)) for name, tag in zip(names, tags, strict=True))

    def _editions_helped(self, contributor: Contributor) -> str:
        """The languages of the editions they helped with, where not all."""
        return ", ".join(self.labels.language_in_sentence(language) for language in contributor.editions)

    def _issue(self, placed: Placed) -> Link | None:
        if not placed.in_journal:
            return None
        if placed.issue is None:
            return Link(self.words.say("Issue not stated"), "journal")
        return Link(issue_name(placed.issue.id, self.labels), f"journal/{placed.issue.id}")

    def _edition(self, placed: Placed, edition: Edition) -> EditionView:
        say, work = self.words.say, placed.work
        language = edition.language or ""
        printed = edition.title or (work.title.get(language) if language not in work.supplied.title else None)
        if not language:
            printed = next((text for tag, text in work.title.items() if tag not in work.supplied.title), None)
        title_tag = language or titles.first_printed(work)
        document = documents.offered(self.catalogue, placed, edition)
        size, file_label = self._file(document, language)
        rows = [
            (say("Edition statement"), edition.edition or ""),
            (say("Number"), edition.number or ""),
            (say("Statement of responsibility"), edition.responsibility or ""),
            (say("Original"), original(edition, self.labels)),
            (say("Translated from"), self.labels.vocabulary("languages", edition.translation_of) if edition.translation_of else ""),
            (say("Format"), ", ".join(self._formats()[name] for name in edition.formats)),
            (say("Access"), ", ".join(self._access(placed, edition))),
            (say("File size"), size),
            (say("Date of issue"), self._date(edition.issued) if edition.issued else ""),
            (say("Publisher"), self.labels.party(edition.publisher, edition.issued or placed.issued) if edition.publisher else ""),
            (say("Place"), edition.place or ""),
            (say("Pages"), with_dash(edition.pages or "")),
            (say("Extent"), self.words.plural("%(num)s page", "%(num)s pages", edition.extent) if edition.extent else ""),
            (say("Volumes"), str(edition.volumes or "")),
            (say("Keywords"), ", ".join(edition.keywords)),
            ("ISBN", ", ".join(edition.isbn)),
            ("DOI", edition.doi or ""),
            *(
                (NAMES[one.scheme] if one.scheme not in CLASSES else {"udc": say("UDC"), "bbk": say("BBK")}[one.scheme], one.value)
                for one in edition.identifiers
            ),
            (say("Licence"), self.labels.vocabulary("licences", edition.licence) if edition.licence else ""),
        ]
        unknown = {say("printed title"): printed, say("format"): edition.formats, say("licence"): edition.licence}
        rows.append((say("Not stated"), ", ".join(name for name, known in unknown.items() if not known)))
        return EditionView(
            language=", ".join(self.labels.language_list([language, *edition.also_in])) if language else say("Language not stated"),
            abstract=edition.abstract or "",
            parallel=tuple((tag, work.title[tag]) for tag in edition.parallel_titles if tag in work.title),
            tag=title_tag,
            title=printed or "",
            supplied=printed is None,
            rows=tuple(row for row in rows if row[1]),
            anchor=language or "und",
            address=edition.address or "",
            file=document.path if document else "",
            file_label=file_label,
            doi=edition.doi or "",
            text_anchor=f"text-{language}" if edition.text and not placed.work.withdrawn else "",
        )

    def _access(self, placed: Placed, edition: Edition) -> list[str]:
        """The kinds of access to an edition, in words; none where the work was withdrawn."""
        labels = access_labels(self.words.say)
        named = [labels[kind] for kind in access.of_edition(edition)] if not placed.work.withdrawn else []
        return [name if not number else name[:1].lower() + name[1:] for number, name in enumerate(named)]

    def _formats(self) -> Mapping[str, str]:
        return {"print": self.words.say("print"), "electronic": self.words.say("electronic")}

    def _file(self, document: Document | None, language: str) -> tuple[str, str]:
        """The size of a file held by the site, and its link's text: ``PDF, Russian, 2.4 MB``."""
        if document is None:
            return "", ""
        size = self.words.size(document.size)
        kind = document.source.suffix[1:].upper()
        name = self.labels.vocabulary("languages", language) if language else ""
        return size, ", ".join(part for part in (kind, name, size) if part)

    def source(self, source: Provenance) -> SourceView:
        """Where facts were read, by its label in this language or its host."""
        url = source.url or ""
        text = host(url) if url else ""
        if source.source:
            term = self.catalogue.vocabularies["sources"][source.source]
            text = term.label[self.language]
            url = url or term.url or ""
        return SourceView(text, url, *self._place_in_source(source.at or ""), ", ".join(self._taken()[name] for name in source.for_))

    def _place_in_source(self, at: str) -> tuple[str, str]:
        """A place within a source and its language: an annex's row in this one, anything else as written, in English."""
        found = re.fullmatch(r"Annex (\w+)(?:, (\d{4}))?, row (\d+)", at)
        if found and found[2]:
            return self.words.say("Annex %(annex)s, table of %(year)s, row %(row)s", annex=found[1], year=found[2], row=found[3]), ""
        if found:
            return self.words.say("Annex %(annex)s, row %(row)s", annex=found[1], row=found[3]), ""
        return at, "en"

    def _taken(self) -> Mapping[str, str]:
        say = self.words.say
        return {
            "title": say("title"),
            "former-title": say("former title"),
            "place": say("place of publication"),
            "pages": say("pages"),
            "date": say("date of publication"),
            "edition": say("English edition"),
            "team": say("editorial team"),
            "preparer": say("who prepared it"),
            "commission": say("who commissioned it"),
            "completion": say("completion of the study"),
        }

    def _texts(self, placed: Placed) -> tuple[tuple[str, str, str], ...]:
        """Language, its name and Markdown of each text published with the record, this language's first."""
        texts = self.catalogue.texts_of(placed.work)
        found = [
            (edition.language, self.labels.vocabulary("languages", edition.language), texts[edition.language])
            for edition in placed.work.editions
            if edition.language and edition.language in texts
        ]
        return tuple(sorted(found, key=lambda text: text[0] != self.language))


def said_of_summary(shown: Shown, labels: Labels) -> str:
    """That a summary is missing in the page's language, and in which language the one shown is; empty where none is missing."""
    if shown.language == labels.language:
        return ""
    say = labels.words.say
    if not shown.text:
        return say("There is no summary in this language yet.")
    language = labels.language_in_sentence(shown.language)
    return say("There is no summary in this language yet. Language of the summary shown: %(language)s.", language=language)


def host(url: str) -> str:
    """The host of an address, as readers know it."""
    return url.split("/")[2].removeprefix("www.").rstrip(".")


def issue_name(number: str, labels: Labels) -> str:
    """``Issue 17`` in this language."""
    return labels.words.say("Issue %(number)s", number=number)


def page(stamper: Stamper, placed: Placed) -> OutputFile:
    """The page of a work."""
    say, view = stamper.words.say, stamper.works.work(placed)
    name = "journal" if placed.in_journal else "publications"
    section = Link(say("Journal") if placed.in_journal else say("Publications"), name)
    pictures = share_files.pictures_of(stamper.labels.catalogue, placed)
    texts = [
        (tag, language, stamper.render_text(text, pictures), titles.title(placed.work, tag).text or view.title)
        for tag, language, text in view.texts
    ]
    title = f"[{view.title}]" if view.supplied else view.title
    body = stamper.body(
        "work.html",
        view=view,
        texts=texts,
        address=f"{stamper.site.url}{stamper.site.prefix(stamper.language)}{placed.address}/",
        day=placed.changed,
        cover=stamper.covers.of(placed),
        section=section,
        events=stamper.events.naming(placed.work.id),
        groups=(*stamper.groupings.naming("work", placed.work.id), *stamper.learning.naming("work", placed.work.id)),
        credits=stamper.groupings.credits(placed.work.id),
        ask=copies.asked(stamper.settings.ask_for_copies, placed, title),
    )
    trail = [link for link in (section, view.issue) if link]
    picture = f"{stamper.site.url}{share_files.path_of(stamper.site, placed, stamper.language)}"
    head = stamper.heads.work(placed, stamper.language, title, trail, picture)
    return stamper.page(placed.address, title, view.summary or title, name, body, head)
