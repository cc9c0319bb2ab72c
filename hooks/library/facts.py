"""What makers read, as digests: for each word of a row's ``reads`` a function of the workshop and the subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from library.catalogue import event_lists, rounds, titles
from library.catalogue.catalogue import Filed, Placed
from library.catalogue.digests import digest, scalars
from library.catalogue.event_lists import EventList
from library.catalogue.indexes import FACETS, LIST_LENGTH, NOT_STATED, Shelf, languages_of
from library.catalogue.kinds.naming import named
from library.catalogue.namesakes import namesakes
from library.citations.formats import FORMATS, LIST_FORMATS
from library.form import files as form_files
from library.machines import changes
from library.pages import crossing, redirects, style
from library.pages.covers.designs import design_of
from library.pages.home import NEW_LENGTH
from library.press import code
from library.search import files as search_files
from library.search.texts import searched
from library.words.labels import FACET_BY_PATH
from library.workshop import Workshop


class Facts:
    """Digests of what is read; those that hold for every subject are made once."""

    def __init__(self, shop: Workshop) -> None:
        self.shop = shop
        self.library = shop.library
        self.digests = shop.library.digests
        self._constant: dict[str, bytes] = {}
        self._designs: dict[str, bytes] = {}
        self._looks: dict[str, bytes] = {}
        self._outlines: dict[str, bytes] = {}

    def of(self, name: str, subject: Any) -> bytes:
        """The digest of what a word of ``reads`` means for a subject."""
        if name in CONSTANT:
            made = self._constant.get(name)
            if made is None:
                made = self._constant[name] = CONSTANT[name](self)
            return made
        return OF_SUBJECT[name](self, subject)

    # -- of a work ------------------------------------------------------------------------------

    def work(self, placed: Placed) -> bytes:
        return self.digests.work(placed)

    def design(self, placed: Placed) -> bytes:
        made = self._designs.get(placed.work.id)
        if made is None:
            made = self._designs[placed.work.id] = repr(design_of(placed, self.library.catalogue)).encode()
        return made

    def look(self, placed: Placed) -> bytes:
        """Of a work as a card shows it."""
        made = self._looks.get(placed.work.id)
        if made is None:
            made = self._looks[placed.work.id] = digest(placed.address, self.work(placed), self.design(placed))
        return made

    def looks(self, works: Iterable[Placed]) -> bytes:
        return digest(*map(self.look, works))

    def related(self, placed: Placed) -> bytes:
        parts: list[str | bytes] = list(self._tombstone(placed))
        parts += map(self.digests.filed, self.library.catalogue.naming.get(("work", placed.work.id), ()))
        for each in self.library.relations.of(placed):
            parts += [repr(each.reasons), *self._reasons(each.reasons), self.look(each.work)]
        return digest(*parts)

    def _tombstone(self, placed: Placed) -> Iterable[str | bytes]:
        """Of what the page of a withdrawn work leads to: the work in its place, and the lists that there are without it."""
        withdrawn = placed.work.withdrawn
        if withdrawn is None:
            return
        if withdrawn.replaced_by:
            yield self.look(self.library.catalogue.works[withdrawn.replaced_by])
        for facet in FACETS:
            for term in facet.terms_of(self.library.catalogue, placed):
                yield f"{facet.path}/{term} {term in self.library.indexes.shelves[facet.path]}"

    def _reasons(self, reasons: Iterable[tuple[str, str]]) -> Iterable[bytes]:
        """Labels of what two works share: nearly always the work's own terms, or broader ones."""
        for facet, term in reasons:
            shelf = self.library.indexes.shelves.get(facet, {}).get(term)
            if shelf is not None:
                yield self.digests.of_term_of(shelf)

    # -- of lists -------------------------------------------------------------------------------

    def page_of_list(self, page: tuple[Shelf | None, int]) -> bytes:
        shelf, number = page
        works = self.library.indexes.newest if shelf is None else shelf.works
        return self.looks(works[(number - 1) * LIST_LENGTH : number * LIST_LENGTH])

    def outline(self, page: tuple[Shelf | None, int]) -> bytes:
        """Of what a list's pages say besides the works: its term, its counts, its files and its neighbours."""
        shelf, _ = page
        path = shelf.path if shelf else ""
        made = self._outlines.get(path)
        if made is None:
            made = self._outlines[path] = self._outline(shelf)
        return made

    def _outline(self, shelf: Shelf | None) -> bytes:
        indexes, texts = self.library.indexes, self.library.texts
        works = indexes.newest if shelf is None else shelf.works
        counts = shelf.languages if shelf else languages_of(works)
        parts = [texts.number_of_parts(format_, works) for format_ in (FORMATS if shelf is None else LIST_FORMATS)]
        told: list[str | bytes] = [str(len(works)), repr(list(counts.items())), repr(parts)]
        told += [self.digests.term("languages", tag) for tag in counts if tag != NOT_STATED]
        told.append(self.digests.site_languages)
        if shelf is not None:
            told += [self.digests.of_term_of(shelf), *self._neighbours(shelf), *self._crossing(shelf)]
            if shelf.facet.path == "countries":
                told.append(self.participation)
            if shelf.facet.path == "series":
                told.append(self.looks(rounds.known(self.library.indexes, self.library.catalogue.vocabularies["series"][shelf.term])))
            held = indexes.events.get(event_lists.address(shelf.facet.path, shelf.term))
            told.append(str(len(held.events)) if held else "")
        return digest(*told)

    def _neighbours(self, shelf: Shelf) -> Iterable[str | bytes]:
        """Broader and narrower terms with their numbers of works."""
        if not shelf.facet.rolls_up:
            return
        vocabulary = self.library.catalogue.vocabularies[shelf.facet.vocabulary]
        broader = vocabulary[shelf.term].broader
        for term in (*([broader] if broader else []), *vocabulary.narrower.get(shelf.term, ())):
            other = self.library.indexes.shelf(shelf.facet.path, term)
            yield digest(term, self.digests.term(shelf.facet.vocabulary, term), str(len(other.works)) if other else "")

    def _crossing(self, shelf: Shelf) -> Iterable[str | bytes]:
        """Terms of another facet that works of the shelf have, with their numbers."""
        other, terms = crossing.crossed(self.library.catalogue, shelf)
        for term, number in terms:
            yield digest(term, str(number), self.digests.term(other, term))

    # -- of records beside the works ---------------------------------------------------------------

    def record(self, filed: Filed) -> bytes:
        """Of a record with the records that it names and those that name it, as a line of each shows them; and of whose pages there are."""
        catalogue = self.library.catalogue
        told: list[str | bytes] = [self.digests.site_languages, self.digests.filed(filed)]
        for _, kind, name in named(filed.value):
            told.append(self.look(catalogue.works[name]) if kind == "work" else self.digests.filed(catalogue.of_kind(kind)[name]))
        told += map(self.digests.filed, catalogue.naming.get((filed.kind.name, filed.id), ()))
        parties = [text for text in scalars(filed.record.data) if text in self.library.indexes.shelves["people"]]
        return digest(*told, *parties)

    def events_of_list(self, found: EventList) -> bytes:
        shelf = self.library.indexes.shelf(found.way, found.term)
        facet = FACET_BY_PATH[found.way].vocabulary
        return digest(
            found.path,
            self.digests.site_languages,
            self.digests.term(facet, found.term) if facet else b"",
            str(len(shelf.works)) if shelf else "",
            *map(self.digests.filed, found.events),
        )

    def facet(self, path: str) -> bytes:
        """Of a facet's terms, in their order, with their numbers of works."""
        told: list[str | bytes] = []
        for shelf in self.library.indexes.shelves[path].values():
            told += [shelf.term, str(len(shelf.works)), self.digests.of_term_of(shelf)]
        if path == "countries":
            told.append(self.participation)
        if path == "series":  # of those without works of their own the page shows what each collects
            series = self.library.catalogue.vocabularies["series"].terms.values()
            told.append(self.digests.vocabulary("series"))
            told += [self.looks(rounds.known(self.library.indexes, each)) for each in series if each.collects]
        names = {facet.vocabulary for facet in FACETS if facet.path == path and facet.vocabulary}
        return digest(*told, *(term for name in names for term in self.library.catalogue.vocabularies[name]))

    def counts(self) -> bytes:
        """Of everything that is counted: which works stand on which shelves, and what the terms are called; no title among it."""
        told: list[str | bytes] = [self.vocabularies]
        told += [placed.work.id for placed in self.library.indexes.newest]
        for shelves in self.library.indexes.shelves.values():
            for shelf in shelves.values():
                told += [shelf.path, ",".join(placed.work.id for placed in shelf.works)]
        for placed in self.library.indexes.newest:
            work = placed.work
            told.append(
                repr(
                    (
                        placed.address,
                        work.type,
                        placed.issued,
                        placed.changed,
                        [edition.language for edition in work.editions],
                        work.withdrawn,
                    )
                )
            )
            told.append(repr((sorted(work.title), sorted(work.summary), work.supplied)))
            if work.tags:  # whose titles the page of charts names
                told.append(repr((work.tags, work.title)))
        told += [f"{kind} {len(records)}" for kind, records in self.library.catalogue.filed.items()]
        return digest(*told, self.digests.journal)

    @cached_property
    def vocabularies(self) -> bytes:
        return digest(*map(self.digests.vocabulary, self.library.catalogue.vocabularies))

    @cached_property
    def participation(self) -> bytes:
        """Of what pages of countries show besides works: evidence, what documents print of persons, and numbers of works by language."""
        if not len(self.library.catalogue.vocabularies["participation"]):
            return b""
        makers = [repr((*placed.work.creators, *placed.work.contributors)) for placed in self.library.indexes.newest]
        kinds = [self.digests.kind(name) for name in ("event", "alliance", "project")]
        return digest(self.counts(), *makers, *kinds)

    def journal(self) -> bytes:
        """Of the journal, its issues and its articles."""
        articles = [placed for placed in self.library.catalogue.works.values() if placed.in_journal]
        return digest(self.digests.journal, self.issues(), self.looks(articles))

    def issues(self) -> bytes:
        return digest(*(part for name, record in self.library.catalogue.issue_records.items() for part in (name, record.digest)))

    def newest(self) -> bytes:
        return self.looks(self.library.indexes.newest[:NEW_LENGTH])

    def specimen(self) -> bytes:
        """Of the work and the list that the page of the look shows."""
        works = self.library.catalogue.offered
        shelf = style.small_list(self.library.catalogue, self.library.indexes)
        told = [self.look(style.specimen(works))] if works else []
        return digest(*told, self.page_of_list((shelf, 1)), self.outline((shelf, 1)))

    def addresses_before(self) -> bytes:
        return digest(repr(redirects.moved(self.library.catalogue, self.library.indexes)))

    def days(self) -> bytes:
        """Of the days on which pages changed."""
        return digest(repr(changes.last_changes(self.library.catalogue, self.library.indexes)))

    # -- of search ------------------------------------------------------------------------------

    def bundle(self, number: int, size: int) -> bytes:
        works = search_files.bundled(self.shop.numbering.works, number, size)
        return digest(self.shop.numbering.stamp, self.looks(works))

    def searched(self, language: str) -> bytes:
        """Of all texts by which works are found in a language."""
        labels = self.shop.stamper(language).labels
        told: list[str | bytes] = [self.shop.numbering.stamp]
        for placed in self.shop.numbering.works:
            told += [text for _, text in searched(placed, labels)]
            told.append(titles.title(placed.work, language).text)
        return digest(*told)

    # -- of what was made before ------------------------------------------------------------------

    def made(self, wanted: Callable[[str], bool], *, contents: bool = True) -> bytes:
        files = self.shop.before.files
        told: list[str | bytes] = []
        for path in sorted(filter(wanted, files)):
            told.append(path)
            if contents:
                told.append(files[path][1])
        return digest(*told)


def _settings(facts: Facts) -> bytes:
    settings = facts.library.settings
    site = settings.site
    return digest(
        repr((site.url, site.authority, site.languages, sorted(site.names.items()), sorted(site.autonyms.items()))),
        repr(
            (
                settings.edit_url,
                settings.deposit_email,
                settings.crossmark_policy,
                settings.ask_for_copies,
                settings.datacite_editions,
                sorted(settings.editions_instead.items()),
                settings.offline_zip,
                settings.offline_worker,
                settings.form,
                settings.repository,
            )
        ),
        facts.digests.site_languages,
    )


def _page(path: str) -> bool:
    return path == "index.html" or (path.endswith("/index.html") and not path.startswith(f"{form_files.FOLDER}/"))


CONSTANT: Mapping[str, Callable[[Facts], bytes]] = {
    "settings": _settings,
    "words": lambda facts: code.of_folder(facts.library.settings.locales, "*.po"),
    "templates": lambda facts: code.of_folder(facts.library.settings.overrides / "library", "*.html"),
    "shells": lambda facts: facts.shop.printed.shells_digest,
    "fonts": lambda facts: code.of_folder(facts.library.settings.overrides / "assets" / "fonts"),
    "styles": lambda facts: digest(
        *(code.of_folder(facts.library.settings.overrides / "assets" / folder) for folder in ("stylesheets", "javascripts"))
    ),
    "names": lambda facts: digest(facts.library.citing.names.told, repr(namesakes(facts.library.catalogue, facts.library.indexes))),
    "catalogue": lambda facts: facts.digests.whole,
    "counts": Facts.counts,
    "vocabularies": lambda facts: facts.vocabularies,
    "journal": Facts.journal,
    "issues": Facts.issues,
    "newest works": Facts.newest,
    "alliances and projects": lambda facts: digest(
        facts.digests.site_languages, facts.digests.kind("alliance"), facts.digests.kind("project")
    ),
    "learning": lambda facts: digest(facts.digests.site_languages, facts.digests.kind("learning")),
    "events": lambda facts: digest(facts.digests.site_languages, facts.digests.kind("event")),
    "specimen": Facts.specimen,
    "former addresses": Facts.addresses_before,
    "days of changes": Facts.days,
    "numbering": lambda facts: facts.shop.numbering.stamp.encode(),
    "home page": lambda facts: facts.shop.printed.page_digest(""),
    "paths of pages": lambda facts: facts.made(_page, contents=False),
    "files of pages": lambda facts: facts.made(lambda path: _page(path) or path.startswith(("assets/", "search/"))),
    "files of works": lambda facts: facts.made(lambda path: path.endswith(".datacite.xml") or path.startswith("api/v1/works/")),
    "files of citations": lambda facts: digest(
        *(
            note
            for maker in ("citations of a list", "citations of the library", "whole exports")
            for note in facts.shop.before.notes.get(maker, ())
        )
    ),
    "files of every page": lambda facts: facts.made(lambda path: path.startswith("assets/") or path.endswith("offline/index.html")),
    "form": lambda facts: code.of_folder(facts.library.settings.cache / form_files.BUNDLE) if facts.library.settings.cache else b"",
    "zips": lambda facts: facts.made(lambda path: path.startswith("downloads/")),
}
"""What is the same for every subject."""

OF_SUBJECT: Mapping[str, Callable[[Facts, Any], bytes]] = {
    "work": lambda facts, placed: digest(placed.address, facts.work(placed)),
    "related": Facts.related,
    "issue": lambda facts, issue: facts.digests.issue(issue.id),
    "record": Facts.record,
    "events of the list": Facts.events_of_list,
    "texts that are searched": Facts.searched,
    "design": Facts.design,
    "works of the page": Facts.page_of_list,
    "outline of the list": Facts.outline,
    "works of the list": lambda facts, listed: digest(listed[0], facts.digests.works(listed[1])),
    "works of the shelf": lambda facts, shelf: facts.digests.shelf(shelf),
    "terms of the facet": Facts.facet,
    "written page": lambda facts, path: facts.shop.printed.page_digest(path),
    "cards of the bundle": lambda facts, number: facts.bundle(number, search_files.CARDS),
    "references of the bundle": lambda facts, number: facts.bundle(number, search_files.REFERENCES),
    "asset": lambda facts, path: digest(path, facts.shop.printed.assets[path].read_bytes()),
}
"""What differs from subject to subject."""
