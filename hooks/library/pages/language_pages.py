"""Every page of one language, stamped: what stands where, under which title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from library.build import Build
from library.catalogue.catalogue import Placed
from library.catalogue.indexes import FACETS, NOT_STATED
from library.citations import paths as citation_paths
from library.citations.formats import FORMATS
from library.machines.feeds import Entries, Feeds
from library.machines.opds import OpdsCatalogues
from library.pages import style as style_view
from library.pages.citation_box import CitationViews
from library.pages.covers import share_files
from library.pages.covers.cover import Covers
from library.pages.covers.designs import design_of
from library.pages.home import HomeViews
from library.pages.journal import JournalViews
from library.pages.lists import ListView, ListViews
from library.pages.machines import services
from library.pages.offline import zip_views
from library.pages.pictures import OverviewViews
from library.pages.search import SearchViews
from library.pages.templates import TextRenderer, environment
from library.pages.work import WorkViews
from library.press import scripts, slots
from library.press.output import OutputFile
from library.press.shells import BASE, Shell
from library.search import files as search_files
from library.search import opensearch
from library.search.numbering import numbering
from library.search.references import TAKEN_STYLES, frame
from library.words.labels import FACET_BY_PATH, Labels, Link
from library.words.translations import Words

MISSING = "404"
"""Key of the shell of pages for addresses that do not exist; its links are absolute."""

_FACET_SECTIONS = {"themes": "themes", "countries": "countries", "regions": "countries", "people": "people"}


class LanguagePages:
    """Makes the pages of one language of the site."""

    def __init__(self, build: Build, language: str, shells: Mapping[object, Shell]) -> None:
        self.build = build
        self.language = language
        self.shells = shells
        self.site = build.site
        self.heads = build.heads
        self.words = Words(language, build.overrides / "locales")
        labels = Labels(build.catalogue, build.indexes, self.words)
        self.works = WorkViews(labels, CitationViews(labels, build.citing, build.references, build.texts), build.relations, build.edit_url)
        self.lists = ListViews(self.works, build.texts)
        self.journal = JournalViews(self.works, build.texts)
        self.covers = Covers(labels, build.overrides / "assets" / "fonts")
        self.templates = environment(build.overrides / "library", self.words, build.cache and build.cache / "templates")
        self.render_text = TextRenderer()
        self.root = f"{BASE}/{self.site.prefix(language)}".rstrip("/")
        self._cards: dict[str, Markup] = {}
        self.templates.globals.update(root=self.root, base=BASE, cards=self.cards)

    # -- parts -----------------------------------------------------------------------------

    def card(self, placed: Placed) -> Markup:
        """The work's card; made once, however many lists it stands in."""
        made = self._cards.get(placed.work.id)
        if made is None:
            made = self._cards[placed.work.id] = self._bare_card(placed).removesuffix("</li>") + Markup(
                f"{self.heads.coins(placed, self.language)}</li>"
            )
        return made

    def _bare_card(self, placed: Placed) -> Markup:
        """A card without what reference managers read in lists."""
        return Markup(
            self.templates.get_template("card.html")
            .render(card=self.works.card(placed), design=design_of(placed, self.build.catalogue))
            .rstrip()
        )

    def cards(self, works: Iterable[Placed]) -> Markup:
        """The works' cards, a line each."""
        return Markup("\n").join(map(self.card, works))

    def _line(self, placed: Placed) -> Markup:
        """The work in an alphabetical list: title, year and languages in one line."""
        card = self.works.card(placed)
        title = f"[{card.title}]" if card.supplied else card.title
        return Markup('<li><a href="{}/{}/">{}</a> <small>{}</small></li>').format(
            self.root, card.path, title, " · ".join([card.date, *(badge.code for badge in card.badges)])
        )

    def _body(self, template: str, **values: object) -> str:
        return self.templates.get_template(template).render(**values)

    def _page(self, path: str, title: str, description: str, section: str, body: str, head: str = "") -> OutputFile:
        shell = self.shells[path.count("/") + 1]
        head = head or self.heads.page(path, self.language, title, description)
        filled = slots.values(self.site, path, self.language, title, description, section, head=head)
        return OutputFile(f"{self.site.prefix(self.language)}{path}/index.html", shell.stamp({**filled, "body": body}))

    # -- pages -----------------------------------------------------------------------------

    def work_pages(self) -> Iterator[OutputFile]:
        publications = Link(self.words.say("Publications"), "publications")
        journal = Link(self.words.say("Journal"), "journal")
        for placed in self.build.catalogue.works.values():
            view = self.works.work(placed)
            texts = [(tag, name, self.render_text(text)) for tag, name, text in view.texts]
            body = self._body(
                "work.html", view=view, texts=texts, cover=self.covers.of(placed), section=journal if placed.in_journal else publications
            )
            title = f"[{view.title}]" if view.supplied else view.title
            trail = [link for link in (journal if placed.in_journal else publications, view.issue) if link]
            head = self.heads.work(
                placed, self.language, title, view.summary, trail, f"{self.site.url}{share_files.path_of(self.site, placed, self.language)}"
            )
            yield self._page(placed.address, title, view.summary, "journal" if placed.in_journal else "publications", body, head)

    def list_pages(self) -> Iterator[OutputFile]:
        for view in self.lists.all_works():
            yield self._page(
                view.path,
                self._paged(view),
                view.count,
                "publications",
                self._body("list.html", view=view),
                self._head_of_list(view, "", "", self._paged(view), view.count),
            )
        for facet in FACETS:
            section = _FACET_SECTIONS.get(facet.path, "")
            for shelf in self.build.indexes.shelves[facet.path].values():
                for view in self.lists.shelf(shelf):
                    description = f"{view.title}: {view.count}. {view.scope}".strip()
                    head = self._head_of_list(view, facet.path, shelf.term, self._paged(view), description)
                    yield self._page(view.path, self._paged(view), description, section, self._body("list.html", view=view), head)

    def _head_of_list(self, view: ListView, facet: str, term: str, title: str, description: str) -> str:
        trail = [link for link in (view.facet, view.broader) if link]
        if facet == "people":
            head = self.heads.party(term, view.path, self.language, title, description, trail)
        elif not facet or not FACET_BY_PATH[facet].vocabulary or term == NOT_STATED:
            head = self.heads.page(view.path, self.language, title, description, trail=trail)
        else:
            head = self.heads.term(facet, term, view.path, self.language, title, description, trail)
        return head + self._feed_link(view.feed, view.title)

    def _feed_link(self, path: str, title: str) -> str:
        """The element by which browsers and readers find a feed."""
        return str(
            Markup('<link rel="alternate" type="application/atom+xml" title="{}" href="{}">').format(
                title, f"{self.site.url}{self.site.prefix(self.language)}{path}"
            )
        )

    def home_head(self, title: str, description: str) -> str:
        """The head of the home page, with the feed of everything and the lists for harvesters."""
        return (
            self.heads.home(self.language, title, description)
            + self._feed_link(citation_paths.of_feed(""), title)
            + f'<link rel="resourcesync" href="{self.site.url}resourcesync/capabilitylist.xml">'
        )

    def _paged(self, view: object) -> str:
        """A list's title with the number of its page, so that no two pages share a title."""
        facet = f" ({view.facet.text})" if view.facet else ""
        page = f", {view.page}" if view.page > 1 else ""
        return f"{view.title}{facet}{page}"

    def other_pages(self) -> Iterator[OutputFile]:
        for facet in FACETS:
            view = self.lists.facet(facet.path)
            yield self._page(facet.path, view.title, view.intro, _FACET_SECTIONS.get(facet.path, ""), self._body("facet.html", view=view))
        view = self.lists.alphabet()
        yield self._page("titles", view.title, view.intro, "publications", self._body("facet.html", view=view, line=self._line))
        if self.build.catalogue.journal:
            yield from self._journal_pages()
        yield self._machines()
        yield self._overview()
        yield self._style()
        yield self._search()
        yield self._reading_list()
        yield self._missing()
        yield from self._search_cards()
        yield opensearch.description(self.site, self.language, self.words.say)

    def feeds(self) -> Iterator[OutputFile]:
        """Atom feeds of all lists, and the catalogue for reading programs."""
        labels = self.works.labels
        entries = Entries(labels, self.site)
        yield from Feeds(labels, self.site, self.journal.title() if self.build.catalogue.journal else ("", False), entries).all()
        yield from OpdsCatalogues(labels, self.site, entries).all()

    def exports_page(self, rows: Sequence[Mapping[str, Any]], zips: Mapping[str, int]) -> OutputFile:
        """The page of the whole library's files; ``rows`` are those of the manifest."""
        say = self.words.say
        formats = [
            (
                format_,
                [
                    (row["path"], row["path"].split("/")[-1], self.words.size(row["bytes"]))
                    for row in rows
                    if row["format"] == format_.label
                ],
            )
            for format_ in FORMATS
        ]
        return self._page(
            "exports",
            say("Take the whole library away"),
            say("Every edition of every publication, for reference managers."),
            "",
            self._body("exports.html", formats=formats, zips=zip_views(self.site, self.words, zips)),
        )

    def offline_page(self, zips: Mapping[str, int]) -> OutputFile:
        """What the browser keeps. It is shown at any address, in the place of a page that is not at hand, so its links are absolute."""
        say = self.words.say
        title, description = (
            say("Without a connection"),
            say("Which pages your browser keeps on this device, and the whole library in one file."),
        )
        head = self.heads.page("offline", self.language, title, description)
        filled = slots.values(self.site, "offline", self.language, title, description, "", head=head)
        body = self._body("offline/page.html", zips=zip_views(self.site, self.words, zips))
        return OutputFile(f"{self.site.prefix(self.language)}offline/index.html", self.shells[MISSING].stamp({**filled, "body": body}))

    def _machines(self) -> OutputFile:
        say = self.words.say
        body = self._body(
            "machines.html",
            formats=FORMATS,
            manifest=citation_paths.MANIFEST,
            lists_manifest=citation_paths.LISTS_MANIFEST,
            folder=urlsplit(self.site.url).path,
            services=services(say, self.site, self.language, self.build.catalogue.journal is not None),
        )
        return self._page(
            "machines",
            say("For machines"),
            say("Files, feeds and an API for programs: what there is, where it is and who reads it."),
            "about",
            body,
        )

    def _overview(self) -> OutputFile:
        view = OverviewViews(self.works.labels, self.build.indexes).view()
        sheet = f'<link rel="stylesheet" href="{BASE}/assets/stylesheets/pictures.css">'
        return self._page(
            "overview",
            view.title,
            view.lead,
            "",
            self._body("overview.html", view=view),
            self.heads.page("overview", self.language, view.title, view.lead) + sheet,
        )

    def _style(self) -> OutputFile:
        """Tokens and parts of pages, for those who work on the look."""
        say = self.words.say
        folder = self.build.overrides / "assets" / "stylesheets"
        body = self._body(
            "style.html",
            groups=style_view.token_groups(style_view.tokens_css(folder), say),
            parts=style_view.parts(self._samples(), say),
            number=self.words.number,
        )
        title, description = say("Style"), say("Colours, sizes, spaces and parts of the library's pages, for those who change them.")
        head = (
            self.heads.page("style", self.language, title, description)
            + f'<link rel="stylesheet" href="{BASE}/assets/stylesheets/style-page.css">'
        )
        return self._page("style", title, description, "about", body, head)

    def _samples(self) -> dict[str, str]:
        """Pages out of which the style page cuts its parts: small ones."""
        placed = style_view.specimen(self.build.catalogue.works.values())
        lists = [next(iter(self.lists.shelf(shelf))) for shelf in self.build.indexes.shelves["themes"].values()]
        view = min(lists, key=lambda view: (not view.narrower, len(view.works)))
        facets = sorted(SearchViews(self.lists).facets(), key=lambda facet: len(facet.values))[:1]
        return {
            "card": self.card(placed),
            "list": self._body("list.html", view=view),
            "search": self._body("search.html", facets=facets, take_away="", printing="", scripts=""),
            "work": self._body(
                "work.html",
                view=self.works.work(placed),
                texts=[],
                cover=self.covers.of(placed),
                section=Link(self.words.say("Publications"), "publications"),
            ),
        }

    def _search(self) -> OutputFile:
        say = self.words.say
        views = SearchViews(self.lists)
        body = self._body("search.html", facets=views.facets(), **self._search_parts(views, "search"))
        title, description = (
            say("Search"),
            say("Search all publications by words, theme, country, type, year, language, series and format."),
        )
        # The page has a box of its own. Not by :has(), which browsers work out late: the header would jump.
        head = self.heads.page("search", self.language, title, description) + "<style>.lib-find{display:none}</style>"
        return self._page("search", title, description, "", body, head)

    def _reading_list(self) -> OutputFile:
        say = self.words.say
        body = self._body("reading_list.html", **self._search_parts(SearchViews(self.lists), "reading-list-page"))
        return self._page(
            "reading-list", say("Reading list"), say("The publications that you put aside, to take away or to send."), "", body
        )

    def _search_parts(self, views: SearchViews, script: str) -> dict[str, Markup]:
        """What the search page and the reading list share: ways to take away, the page for printing, a script and its words."""
        assets = f"{BASE}/{scripts.FOLDER}"
        words = {
            **views.script_words(),
            "root": f"{self.root}/",
            "tags": self.site.languages,
            "styles": TAKEN_STYLES,
            "frames": {format_.ending: frame(format_) for format_ in FORMATS},
            "scripts": {"words": f"{assets}/search-words.js", "take": f"{assets}/search-take.js"},
        }
        return {
            "take_away": Markup(self._body("take_away.html", formats=views.formats(), styles=views.styles())),
            "printing": Markup(self._body("printing.html")),
            "scripts": Markup(self._body("search_scripts.html", words=words, script=f"{assets}/{script}.js")),
        }

    def _search_cards(self) -> Iterator[OutputFile]:
        """Cards for results and the reading list, as the search page shows them: both lie one folder below the language's root."""
        base = self.shells[1].base
        works = numbering(self.build.indexes)
        cards = [self._bare_card(placed).replace(BASE, base) for placed in works.works]
        yield from search_files.bundles(f"{self.language}/cards", works.stamp, cards, search_files.CARDS)

    def _journal_pages(self) -> Iterator[OutputFile]:
        view = self.journal.journal()
        yield self._page(
            "journal",
            view.title,
            view.summary,
            "journal",
            self._body("journal.html", view=view),
            self.heads.journal(self.language, view.title, view.summary) + self._feed_link(view.feed, view.title),
        )
        section = Link(self.words.say("Journal"), "journal")
        for issue in self.build.catalogue.issues.values():
            seen = self.journal.issue(issue)
            body = self._body("issue.html", view=seen, section=section)
            title = f"{view.title}, {seen.title}"
            yield self._page(
                seen.path, title, seen.summary, "journal", body, self.heads.issue(issue, self.language, title, seen.summary, [section])
            )

    def _missing(self) -> OutputFile:
        """The page for addresses that do not exist, with a way on in the other languages."""
        others = (
            []
            if self.language != self.site.languages[0]
            else [
                (tag, Words(tag, self.build.overrides / "locales").say("This page does not exist"), f"{BASE}/{self.site.prefix(tag)}")
                for tag in self.site.languages[1:]
            ]
        )
        body = self._body("missing.html", others=others)
        title = self.words.say("This page does not exist")
        filled = slots.values(self.site, "", self.language, title, title, "", indexed=False)
        return OutputFile(f"{self.site.prefix(self.language)}404.html", self.shells[MISSING].stamp({**filled, "body": body}))

    def home_body(self, intro: str, site_name: str) -> str:
        """The home page under its words; ``intro`` is HTML made from docs/index.md."""
        return self._body("front.html", view=HomeViews(self.lists).view(), intro=Markup(intro), site_name=site_name)
