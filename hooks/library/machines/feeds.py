"""Atom feeds of what was added to the library: of all publications, of the journal, of every list.

RFC 4287. A work's entry is made once for each language and joined into every feed that
tells of it, as cards are into lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from urllib.parse import urlsplit

from library.catalogue import documents, titles
from library.catalogue.catalogue import Placed
from library.catalogue.dates import Issued
from library.catalogue.indexes import FACETS, Shelf
from library.citations import paths as citation_paths
from library.citations.citation import doi_address
from library.citations.citing import cited_title
from library.machines.changes import escape, instant, last_change
from library.press.addresses import Site
from library.press.output import OutputFile
from library.words.labels import Labels, facet_titles
from library.words.withdrawals import mark

FEED_LENGTH = 20
"""Works in the feed of a list: some seasons of additions."""

LIBRARY_FEED_LENGTH = 50
"""Works in the feed of all publications, which brings more of them in a season."""

MEDIA_TYPE = "application/atom+xml"


class Entries:
    """Works as Atom entries in one language; the texts of ``told`` are shared by feeds of every kind.

    An entry is by the work's creators. Where none is stated it has no author of its own, and
    so has the feed's: the library, which wrote the entry (RFC 4287, 4.1.2).
    """

    def __init__(self, labels: Labels, site: Site) -> None:
        self.labels = labels
        self.language = labels.language
        self.catalogue = labels.catalogue
        self.site = site
        address = urlsplit(site.authority if site.authority.startswith("http") else site.url)
        self._authority, self._folder = address.hostname or "localhost", address.path.strip("/")
        self._told: dict[str, str] = {}
        self._shared: dict[tuple[str, str], str] = {}

    def told(self, placed: Placed) -> str:
        """What every entry of the work says, from its id to its categories."""
        made = self._told.get(placed.work.id)
        if made is None:
            made = self._told[placed.work.id] = "".join(self._told_parts(placed))
        return made

    def title(self, placed: Placed) -> str:
        """The element of the work's title as pages in this language show it, in square brackets where it was supplied.

        Readers of feeds see nothing else in their lists, so a work that another replaced is marked before it.
        """
        shown = titles.title(placed.work, self.language)
        marked = mark(placed, self.labels.words)
        return self._text("title", f"{marked}: {shown.marked}" if marked else shown.marked, shown.language)

    def _text(self, name: str, text: str, language: str) -> str:
        """An element of text, marked where its language is not the feed's; nothing where there is no text."""
        marked = f' xml:lang="{language}"' if language != self.language else ""
        return f"<{name}{marked}>{escape(text)}</{name}>" if text else ""

    def id(self, placed: Placed) -> str:
        """A name that holds however often the work's page moves and the work is renamed (RFC 4151).

        Each language has its own: what it tells is another text.
        """
        return self.tag(str(placed.added), placed.first_id)

    def tag(self, day: str, name: str) -> str:
        """The name of something of this language that is told of since a day, or since a month."""
        if self.site.authority.startswith("tag:"):
            return f"{self.site.authority}{self.language}/{name}"
        folder = f"{self._folder}/" if self._folder else ""
        return f"tag:{self._authority},{day}:{folder}{self.language}/{name}"

    def _told_parts(self, placed: Placed) -> Iterator[str]:
        work = placed.work
        yield f"<id>{escape(self.id(placed))}</id>{self.title(placed)}"
        yield (
            f'<link rel="alternate" type="text/html" hreflang="{self.language}" href="{self.site.address(placed.address, self.language)}"/>'
        )
        yield from self._related(placed)
        for creator in work.creators:
            yield f"<author><name>{escape(self.labels.creator(creator, placed.issued))}</name></author>"
        for helper in work.contributors:
            if helper.role in ("editor", "translator"):
                yield f"<contributor><name>{escape(self.labels.creator(helper, placed.issued))}</name></contributor>"
        # Before "published": feedparser takes dcterms:issued for it, and the last one holds.
        if placed.issued:
            yield f"<dcterms:issued>{placed.issued}</dcterms:issued>"
        yield f"<published>{instant(placed.added)}</published><updated>{instant(placed.changed)}</updated>"
        summary = titles.summary(work, self.language)
        yield self._text("summary", summary.text, summary.language)
        yield from (self._category("themes", theme) for theme in work.themes)
        yield from (self._category("countries", code) for code in work.coverage.countries)
        for edition in work.editions:
            if edition.language:
                yield f"<dcterms:language>{edition.language}</dcterms:language>"
            yield from (f"<dcterms:identifier>urn:isbn:{isbn.replace('-', '')}</dcterms:identifier>" for isbn in edition.isbn)
            if edition.doi:
                yield f"<dcterms:identifier>{escape(doi_address(edition.doi))}</dcterms:identifier>"
        yield self._rights(placed)

    def _related(self, placed: Placed) -> Iterator[str]:
        """Where editions can be found elsewhere: by DOI, and at their own address."""
        for edition in placed.work.editions:
            addresses = [doi_address(edition.doi)] if edition.doi else []
            if edition.address and edition.address.casefold() not in map(str.casefold, addresses):
                addresses.append(edition.address)
            hreflang = f' hreflang="{edition.language}"' if edition.language else ""
            yield from (f'<link rel="related"{hreflang} href="{escape(address)}"/>' for address in addresses)

    def documents(self, placed: Placed, relation: str) -> Iterator[str]:
        """Links to the documents that the library holds, with their kind and size."""
        for edition in placed.work.editions:
            document = documents.offered(self.catalogue, placed, edition)
            if document is None:
                continue
            hreflang = f' hreflang="{edition.language}"' if edition.language else ""
            title = escape(cited_title(placed, edition)[1])
            yield (
                f'<link rel="{relation}" type="{document.media_type}" length="{document.size}"{hreflang} title="{title}" '
                f'href="{self.site.url}{document.path}"/>'
            )

    def _category(self, facet: str, term: str) -> str:
        """Without a scheme: no reader shows it, and the addresses of themes and countries would be a sixth of a feed."""
        made = self._shared.get((facet, term))
        if made is None:
            made = self._shared[facet, term] = f'<category term="{term}" label="{escape(self.labels.term(facet, term))}"/>'
        return made

    def _rights(self, placed: Placed) -> str:
        """Licences that the documents state, each with its language where not all state the same."""
        editions = placed.work.editions
        stated = [(edition.language, edition.licence) for edition in editions if edition.licence]
        if not stated:
            return ""
        label = self.labels.vocabulary
        if len(stated) == len(editions) and len({licence for _, licence in stated}) == 1:
            text = label("licences", stated[0][1])
        else:
            text = "; ".join(
                ": ".join([*([label("languages", language)] if language else []), label("licences", licence)])
                for language, licence in stated
            )
        return f"<rights>{escape(text)}</rights>"


class Feeds:
    """Makes the feeds of one language.

    ``journal`` is the journal's title in this language, and whether it is supplied. Works that lists
    do not hold are not told of.
    """

    def __init__(self, labels: Labels, site: Site, journal: tuple[str, bool] = ("", False), entries: Entries | None = None) -> None:
        self.labels = labels
        self.site = site
        self.journal_title = f"[{journal[0]}]" if journal[1] else journal[0]
        self.words = labels.words
        self.language = labels.language
        self.catalogue = labels.catalogue
        self.indexes = labels.indexes
        self.titles = facet_titles(labels.words.say)
        self.entries = entries or Entries(labels, site)
        self._entries: dict[str, str] = {}

    def all(self) -> Iterator[OutputFile]:
        """The feeds of all publications, of the journal, and of every list of more than one work."""
        yield self.library()
        if self.catalogue.journal:
            yield self.journal()
        for facet in FACETS:
            for shelf in self.indexes.shelves[facet.path].values():
                if shelf.has_feed:
                    yield self.shelf(shelf)

    def library(self) -> OutputFile:
        return self._feed("publications", self.words.say("All publications"), self.indexes.newest, LIBRARY_FEED_LENGTH)

    def journal(self) -> OutputFile:
        return self._feed("journal", self.journal_title, [placed for placed in self.indexes.newest if placed.in_journal])

    def shelf(self, shelf: Shelf) -> OutputFile:
        facet = shelf.facet.path
        return self._feed(shelf.path, f"{self.titles[facet]}: {self.labels.term(facet, shelf.term)}", shelf.works)

    def entry(self, placed: Placed) -> str:
        made = self._entries.get(placed.work.id)
        if made is None:
            made = self._entries[placed.work.id] = (
                f"<entry>{self.entries.told(placed)}{''.join(self.entries.documents(placed, 'enclosure'))}</entry>"
            )
        return made

    @cached_property
    def _rank(self) -> dict[str, int]:
        """Place of every work by the day it was added, then by its date of issue, the newest first."""
        return {placed.work.id: place for place, placed in enumerate(latest(self.indexes.newest))}

    def _feed(self, path: str, title: str, works: Iterable[Placed], length: int = FEED_LENGTH) -> OutputFile:
        rank = self._rank
        shown = nsmallest(length, works, key=lambda placed: rank[placed.work.id])
        name = self.site.names[self.language]
        own = f"{self.site.prefix(self.language)}{citation_paths.of_feed(path)}"
        head = feed_head(
            own=self.site.url + own,
            identity=self.site.identity(self.site.url + own),
            media_type=MEDIA_TYPE,
            language=self.language,
            title=f"{title} – {name}",
            subtitle=self.words.say("Publications by the day on which they were added to the library"),
            updated=last_change(shown) if shown else last_change(works),
            author=name,
            author_address=self.site.address("", self.language),
            page=self.site.address(path, self.language),
        )
        return OutputFile(own, "\n".join([head, *map(self.entry, shown), "</feed>\n"]))


def latest(works: Iterable[Placed]) -> Sequence[Placed]:
    """The works by the day they were added, then by their date of issue, the newest first, then as they came."""
    return sorted(works, key=_added, reverse=True)


def _added(placed: Placed) -> tuple[Issued, Issued]:
    return placed.added, placed.issued or Issued(0)


def feed_head(
    *,
    own: str,
    identity: str,
    media_type: str,
    language: str,
    title: str,
    subtitle: str,
    updated: Issued,
    author: str,
    author_address: str,
    page: str = "",
    links: Iterable[str] = (),
) -> str:
    """A feed up to its first entry. ``own`` is its address, ``identity`` its id; ``page`` shows the same list to people."""
    alternate = f'<link rel="alternate" type="text/html" hreflang="{language}" href="{page}"/>\n' if page else ""
    more = "".join(f"{link}\n" for link in links)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/" xml:lang="{language}">\n'
        f"<id>{escape(identity)}</id>\n<title>{escape(title)}</title>\n<subtitle>{escape(subtitle)}</subtitle>\n"
        f"<updated>{instant(updated)}</updated>\n"
        f"<author><name>{escape(author)}</name><uri>{author_address}</uri></author>\n"
        "<generator>library</generator>\n"
        f'<link rel="self" type="{media_type}" href="{own}"/>\n{alternate}{more}'.rstrip("\n")
    )
