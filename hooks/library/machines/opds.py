"""OPDS 1.2 catalogues: what reading programs offer for reading without a connection.

https://specs.opds.io/opds-1.2: navigation feeds lead to acquisition feeds, whose entries
have links to documents. Only works that have a document to fetch are here: one that the
library holds, or an address that ends in .pdf or .epub.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from urllib.parse import urlsplit

from library.catalogue.catalogue import Placed
from library.catalogue.documents import MEDIA_TYPES
from library.catalogue.indexes import Shelf
from library.catalogue.model import Edition
from library.machines.changes import EPOCH, escape, instant, last_change
from library.machines.feeds import Entries, feed_head, latest
from library.press.addresses import Site
from library.press.output import OutputFile
from library.words.labels import Labels, facet_intros, facet_titles

PAGE_LENGTH = 50
"""Works in one document of an acquisition feed; the next is linked."""

NAVIGATION = "application/atom+xml;profile=opds-catalog;kind=navigation"
ACQUISITION = "application/atom+xml;profile=opds-catalog;kind=acquisition"

Picture = Callable[[Placed], "tuple[str, str] | None"]
"""Address and media type of a work's picture, or None where it has none."""

_OPEN_ACCESS = "http://opds-spec.org/acquisition/open-access"
_NEWEST = "http://opds-spec.org/sort/new"
_FACETS = ("themes", "countries")


def address_type(address: str) -> str:
    """Media type of the document at an address, by its ending; empty where the ending tells of none."""
    path = urlsplit(address).path.lower()
    return next((MEDIA_TYPES[ending] for ending in ("pdf", "epub") if path.endswith(f".{ending}")), "")


class OpdsCatalogues:
    """Makes the catalogue of one language. ``picture`` gives the cover of a work, where there is one."""

    def __init__(self, labels: Labels, site: Site, entries: Entries | None = None, picture: Picture = lambda placed: None) -> None:
        self.labels = labels
        self.site = site
        self.words = labels.words
        self.language = labels.language
        self.titles = facet_titles(labels.words.say)
        self.intros = facet_intros(labels.words.say)
        self.entries = entries or Entries(labels, site)
        self.picture = picture
        self.folder = f"{site.prefix(self.language)}opds"
        self._entries: dict[str, str] = {}
        self.works = tuple(placed for placed in latest(labels.indexes.newest) if self._fetched(placed))

    def all(self) -> Iterator[OutputFile]:
        """The root, the newest works, themes and countries with a feed for each that has works."""
        yield self.root()
        if not self.works:
            return
        yield from self._acquisition("newest", self._newest_title(), self.works, "index")
        for facet in _FACETS:
            shelves = self._shelves[facet]
            if shelves:
                yield self._terms(facet, shelves)
            for shelf, works in shelves:
                yield from self._acquisition(shelf.path, self.labels.term(facet, shelf.term), works, facet)

    def root(self) -> OutputFile:
        """The document that a reader gives to a reading program. With nothing to fetch it says so."""
        say = self.words.say
        entries = []
        if self.works:
            entries.append(self._navigation("newest", self._newest_title(), self.works, _NEWEST, ACQUISITION))
        for facet in _FACETS:
            works = {placed.work.id: placed for _, works in self._shelves[facet] for placed in works}
            if works:
                entries.append(self._navigation(facet, self.titles[facet], list(works.values()), "subsection", NAVIGATION))
        subtitle = say("Documents to read without a connection") if self.works else say("There is no document to download yet")
        return self._document("index", NAVIGATION, self.site.names[self.language], subtitle, self.works, entries, ())

    def _newest_title(self) -> str:
        return self.words.say("Newest publications")

    @cached_property
    def _shelves(self) -> dict[str, list[tuple[Shelf, Sequence[Placed]]]]:
        """By facet, terms that have works to fetch, in this language's order, with those works."""
        place = {placed.work.id: number for number, placed in enumerate(self.works)}
        found: dict[str, list[tuple[Shelf, Sequence[Placed]]]] = {}
        for facet in _FACETS:
            shelves = self.labels.indexes.shelves[facet]
            works = {
                term: sorted((placed for placed in shelf.works if placed.work.id in place), key=lambda placed: place[placed.work.id])
                for term, shelf in shelves.items()
            }
            terms = self.labels.sort(facet, [term for term, fetched in works.items() if fetched])
            found[facet] = [(shelves[term], works[term]) for term in terms]
        return found

    def _fetched(self, placed: Placed) -> bool:
        work = placed.work
        return not work.withdrawn and any(edition.file or address_type(edition.address or "") for edition in work.editions)

    def _count(self, works: Sequence[Placed]) -> str:
        return self.words.plural("%(num)s publication", "%(num)s publications", len(works))

    # -- documents ------------------------------------------------------------------------

    def _terms(self, facet: str, shelves: Sequence[tuple[Shelf, Sequence[Placed]]]) -> OutputFile:
        entries = [
            self._navigation(shelf.path, self.labels.term(facet, shelf.term), works, "subsection", ACQUISITION) for shelf, works in shelves
        ]
        return self._document(
            facet, NAVIGATION, self.titles[facet], self.intros[facet], self.works, entries, [self._link("up", "index", NAVIGATION)]
        )

    def _acquisition(self, path: str, title: str, works: Sequence[Placed], up: str) -> Iterator[OutputFile]:
        """A feed of works, in documents that lead from one to the next (RFC 5005)."""
        starts = range(0, len(works), PAGE_LENGTH)
        names = [path if start == 0 else f"{path}-{start // PAGE_LENGTH + 1}" for start in starts]
        for number, start in enumerate(starts):
            links = [self._link("up", up, NAVIGATION)]
            if number:
                links += [self._link("first", names[0], ACQUISITION), self._link("previous", names[number - 1], ACQUISITION)]
            if number + 1 < len(names):
                links += [self._link("next", names[number + 1], ACQUISITION), self._link("last", names[-1], ACQUISITION)]
            shown = works[start : start + PAGE_LENGTH]
            yield self._document(names[number], ACQUISITION, title, self._count(works), shown, map(self.entry, shown), links)

    def _document(
        self, path: str, media_type: str, title: str, subtitle: str, works: Iterable[Placed], entries: Iterable[str], links: Iterable[str]
    ) -> OutputFile:
        name = self.site.names[self.language]
        own = f"{self.folder}/{path}.xml"
        head = feed_head(
            own=self.site.url + own,
            identity=self.site.identity(self.site.url + own),
            media_type=media_type,
            language=self.language,
            title=title if title == name else f"{title} – {name}",
            subtitle=subtitle,
            updated=last_change(works),
            author=name,
            author_address=self.site.address("", self.language),
            links=[self._link("start", "index", NAVIGATION), *links],
        )
        return OutputFile(own, "\n".join([head, *entries, "</feed>\n"]))

    # -- entries and links ----------------------------------------------------------------

    def _link(self, relation: str, path: str, media_type: str) -> str:
        return f'<link rel="{relation}" type="{media_type}" href="{self._address(path)}"/>'

    def _address(self, path: str) -> str:
        return f"{self.site.url}{self.folder}/{path}.xml"

    def _navigation(self, path: str, title: str, works: Sequence[Placed], relation: str, media_type: str) -> str:
        """An entry that leads to another feed, with the number of its works."""
        return (
            f"<entry><id>{escape(self.site.identity(self._address(path)))}</id><title>{escape(title)}</title>"
            f"<updated>{instant(last_change(works) if works else EPOCH)}</updated>{self._link(relation, path, media_type)}"
            f'<content type="text">{escape(self._count(works))}</content></entry>'
        )

    def entry(self, placed: Placed) -> str:
        """A work with its documents; made once, however many feeds it stands in."""
        made = self._entries.get(placed.work.id)
        if made is None:
            made = self._entries[placed.work.id] = (
                f"<entry>{self.entries.told(placed)}{''.join(self._acquired(placed))}{self._picture(placed)}</entry>"
            )
        return made

    def _acquired(self, placed: Placed) -> Iterator[str]:
        yield from self.entries.documents(placed, _OPEN_ACCESS)
        for edition in placed.work.editions:
            if not edition.file and (media_type := address_type(edition.address or "")):
                yield self._elsewhere(edition, media_type)

    def _elsewhere(self, edition: Edition, media_type: str) -> str:
        hreflang = f' hreflang="{edition.language}"' if edition.language else ""
        return f'<link rel="{_OPEN_ACCESS}" type="{media_type}"{hreflang} href="{escape(edition.address or "")}"/>'

    def _picture(self, placed: Placed) -> str:
        found = self.picture(placed)
        return f'<link rel="http://opds-spec.org/image" type="{found[1]}" href="{escape(found[0])}"/>' if found else ""
