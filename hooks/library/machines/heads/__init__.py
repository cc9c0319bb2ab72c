"""What machines read in the head of a page: each module writes the tags of one vocabulary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from library.catalogue.catalogue import Catalogue, Filed, Placed
from library.catalogue.model import Issue
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.citations.kinds import KINDS
from library.machines import markdown_copies
from library.machines.heads import coins, dublin_core, events, groupings, highwire, json_ld, learning, open_graph
from library.machines.heads.described import is_document
from library.machines.heads.elements import link
from library.machines.heads.signposting import Signposts
from library.press.addresses import Site
from library.words.labels import Link

PageKind = Literal["WebPage", "AboutPage", "CollectionPage"]


@dataclass(frozen=True)
class _Made:
    """What the pages of a work that describe the same edition have in common."""

    citation: Citation
    scholarly: bool
    tags: str


class Heads:
    """Makes the heads of pages. What does not depend on a page's language is made once and kept.

    ``title`` is plain text, as in ``slots.values``; ``trail`` leads
    from the section down to the page, which is not in it; ``image`` is an absolute address.
    """

    def __init__(self, catalogue: Catalogue, citing: Citing, site: Site) -> None:
        self.catalogue = catalogue
        self.citing = citing
        self.site = site
        self.graph = json_ld.Graph(catalogue, citing, site)
        self.signposts = Signposts(catalogue, citing, site)
        self._made: dict[tuple[str, int], _Made] = {}
        self._signs: dict[tuple[str, int, bool], str] = {}
        self._graphs: dict[str, tuple[str, tuple[str, ...], str]] = {}
        self._spans: dict[tuple[str, bool], str] = {}

    # -- a work ----------------------------------------------------------------------------

    def work(self, placed: Placed, language: str, title: str, trail: Sequence[Link] = (), image: str = "") -> str:
        """The head of a work's page."""
        number = self.citing.offered(placed, language)
        made = self._of_edition(placed, number)
        url = self.site.address(placed.address, language)
        page = self.graph.page(
            "WebPage",
            url,
            language,
            title,
            about={"@id": self.site.identity(f"{made.citation.url}#work")},
            trail=trail,
            changed=str(placed.changed),
        )
        return "".join(
            [
                highwire.page_tags(made.citation, url) if made.scholarly else "",
                open_graph.tags(self.site, url, language, title, open_graph.record_type(made.citation), image),
                made.tags,
                self._signposts(placed, number, landing=language == self.site.languages[0]),
                json_ld.script([json_ld.written([page]), self._graph_of(placed, language)]),
            ]
        )

    def _of_edition(self, placed: Placed, number: int) -> _Made:
        """What pages share that describe an edition."""
        made = self._made.get((placed.work.id, number))
        if made is None:
            citation = self.citing.of_work(placed)[number]
            kind = KINDS[citation.kind]
            scholarly = is_document(placed) and bool(kind.highwire)
            tags = "".join(
                [
                    highwire.tags(citation) if scholarly else "" if kind.highwire else dublin_core.of_zotero(citation, kind.coins[1]),
                    open_graph.record_tags(citation),
                    dublin_core.tags(self.catalogue, placed, citation),
                ]
            )
            made = self._made[placed.work.id, number] = _Made(citation, scholarly, tags)
        return made

    def _signposts(self, placed: Placed, number: int, *, landing: bool) -> str:
        """Links of a page that describes an edition; ``landing`` is the one in the default language."""
        made = self._signs.get((placed.work.id, number, landing))
        if made is None:
            made = self.signposts.elements(placed, self.citing.of_work(placed)[number], landing=landing)
            made += link("alternate", f"{self.site.url}{markdown_copies.path_of(placed)}", markdown_copies.MEDIA_TYPE)
            self._signs[placed.work.id, number, landing] = made
        return made

    def _graph_of(self, placed: Placed, language: str) -> str:
        """The work's graph: with every edition on the page in the default language, on others with the one that the page describes.

        The others stand in ``workExample`` there, and their ids lead to the page in the default language.
        """
        several = len(placed.work.editions) > 1
        number = self.citing.offered(placed, language) if several and language != self.site.languages[0] else None
        made = self._graphs.get(placed.work.id)
        if made is None:
            work, editions, others = self.graph.work(placed)
            told = tuple(json_ld.written([edition]) for edition in editions)
            made = self._graphs[placed.work.id] = json_ld.written([work]), told, json_ld.written(others)
        first, editions_told, last = made
        return ",".join(filter(None, [first, *(editions_told if number is None else editions_told[number : number + 1]), last]))

    def coins(self, placed: Placed, language: str, abstract: bool = True) -> str:
        """The work's span for a list, of the edition that its page in that language offers, with its abstract or without; none for a withdrawn work."""
        if placed.work.withdrawn:
            return ""
        citation = self.citing.of_work(placed)[self.citing.offered(placed, language)]
        made = self._spans.get((citation.key, abstract))
        if made is None:
            made = self._spans[citation.key, abstract] = coins.span(citation, abstract)
        return made

    # -- other pages -----------------------------------------------------------------------

    def page(
        self,
        path: str,
        language: str,
        title: str,
        kind: PageKind = "CollectionPage",
        trail: Sequence[Link] = (),
        image: str = "",
    ) -> str:
        """The head of a list, or of a written page."""
        return self._page(path, language, title, kind, None, (), trail, image)

    def home(self, language: str, title: str, image: str = "") -> str:
        """The head of the home page, which also tells of the library itself."""
        library, organization = self.graph.library()
        return self._page("", language, title, "WebPage", library, [organization], (), image)

    def party(self, party_id: str, path: str, language: str, title: str, trail: Sequence[Link] = (), image: str = "") -> str:
        """The head of a person's or a body's page; ``path`` is that of the page, a long list has several."""
        node = self.graph.party(party_id, language)
        kind = "profile" if node["@type"] == "Person" else "website"
        return self._page(path, language, title, "ProfilePage", node, (), trail, image, kind)

    def term(self, facet: str, term_id: str, path: str, language: str, title: str, trail: Sequence[Link] = (), image: str = "") -> str:
        """The head of the list of a theme, country, region, series, language, audience or type."""
        return self._page(
            path,
            language,
            title,
            "CollectionPage",
            self.graph.term(facet, term_id, language),
            (),
            trail,
            image,
            entity="about",
        )

    def journal(self, language: str, title: str, image: str = "") -> str:
        """The head of the journal's page."""
        return self._page("journal", language, title, "CollectionPage", self.graph.journal(), (), (), image)

    def issue(self, issue: Issue, language: str, title: str, trail: Sequence[Link] = (), image: str = "") -> str:
        """The head of an issue's page."""
        node, *others = self.graph.issue(issue)
        return self._page(f"journal/{issue.id}", language, title, "CollectionPage", node, others, trail, image)

    def event(self, filed: Filed, parties: Mapping[str, str], language: str, title: str, trail: Sequence[Link] = ()) -> str:
        """The head of an event's page; ``parties`` are the paths of the pages of those whom it names, by id."""
        node, *others = events.event(self.graph, self.site, filed, parties)
        return self._page(filed.address, language, title, "WebPage", node, others, trail, "")

    def grouping(self, filed: Filed, parties: Mapping[str, str], language: str, title: str, trail: Sequence[Link] = ()) -> str:
        """The head of an alliance's or a project's page; ``parties`` as ``event`` has them."""
        nodes = groupings.grouping(self.graph, self.site, filed, parties)
        about, others = (nodes[0], nodes[1:]) if nodes else (None, [])
        return self._page(filed.address, language, title, "WebPage", about, others, trail, "")

    def learning(self, filed: Filed, parties: Mapping[str, str], still: str, language: str, title: str, trail: Sequence[Link] = ()) -> str:
        """The head of the page of something to learn from; ``still`` is the address of its picture, ``parties`` as ``event`` has them."""
        node, *others = learning.learning(self.graph, self.site, filed, parties, still)
        return self._page(filed.address, language, title, "WebPage", node, others, trail, "")

    def _page(
        self,
        path: str,
        language: str,
        title: str,
        kind: str,
        about: json_ld.Node | None,
        others: Sequence[json_ld.Node],
        trail: Sequence[Link],
        image: str,
        shown_as: str = "website",
        entity: str = "mainEntity",
    ) -> str:
        url = self.site.address(path, language)
        page = self.graph.page(kind, url, language, title, about={"@id": about["@id"]} if about else None, entity=entity, trail=trail)
        nodes = [page, *([about] if about else []), *others]
        return open_graph.tags(self.site, url, language, title, shown_as, image) + json_ld.script([json_ld.written(nodes)])
