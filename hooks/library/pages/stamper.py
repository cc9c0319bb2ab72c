"""One language's pages: what all kinds of them are stamped with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, partial

from markupsafe import Markup, escape

from library.catalogue.catalogue import Placed
from library.catalogue.indexes import Shelf
from library.citations.library import Library, Settings
from library.form import files as form_files
from library.machines.heads import Heads
from library.pages.citation_box import CitationViews
from library.pages.covers.cover import Covers
from library.pages.covers.designs import design_of
from library.pages.events import EventViews
from library.pages.groupings import GroupingViews
from library.pages.journal import JournalViews
from library.pages.learning import LearningViews
from library.pages.lists import ListView, ListViews
from library.pages.templates import TextRenderer, directed, environment
from library.pages.work import WorkViews
from library.press import slots
from library.press.output import OutputFile
from library.press.pieces import Pieces
from library.press.printed import MISSING
from library.press.shells import BASE, Shell
from library.press.stylesheets import preloads, title_fonts
from library.words.labels import Labels
from library.words.translations import Words


class Stamper:
    """What the makers of pages in one language share: words, views, templates and shells, each made once in a process."""

    def __init__(self, library: Library, language: str, shells: Mapping[object, Shell], heads: Heads, pieces: Pieces) -> None:
        self.library = library
        self.language = language
        self.shells = shells
        self.heads = heads
        self.site = library.site
        self.settings = library.settings
        self.catalogue = library.catalogue
        self.words = Words(language, library.settings.locales)
        self.labels = Labels(library.catalogue, library.indexes, self.words)
        self.works = WorkViews(
            self.labels,
            CitationViews(self.labels, library.citing, library.references, library.texts),
            library.relations,
            partial(_correction, library.settings, language),
        )
        self.lists = ListViews(self.works, library.texts)
        self.journal = JournalViews(self.works, library.texts)
        self.events = EventViews(self.works)
        self.groupings = GroupingViews(self.events)
        self.learning = LearningViews(self.events)
        self.covers = Covers(self.labels, library.settings.overrides / "assets" / "fonts", pieces)
        cache = library.settings.cache
        self.templates = environment(library.settings.overrides / "library", self.words, cache and cache / "templates")
        self.render_text = TextRenderer(self.words)
        self.root = f"{BASE}/{self.site.prefix(language)}".rstrip("/")
        self._cards: dict[str, Markup] = {}
        self._bare: dict[str, Markup] = {}
        self.templates.globals.update(root=self.root, base=BASE, cards=self.cards, wanted_editions=" ".join(self.wanted))
        self.templates.globals["first_language"] = self.labels.vocabulary("languages", self.catalogue.languages[0])
        self._views: dict[str, tuple[ListView, ...]] = {}

    @property
    def wanted(self) -> tuple[str, ...]:
        """Languages of the editions that this language's readers want, the best first."""
        return (self.language, *self.settings.editions_instead.get(self.language, ()))

    # -- parts -----------------------------------------------------------------------------

    def card(self, placed: Placed) -> Markup:
        """The work's card; made once, however many lists it stands in."""
        made = self._cards.get(placed.work.id)
        if made is None:
            bare = str(self.bare_card(placed)).removesuffix("</li>")
            made = self._cards[placed.work.id] = Markup(f"{bare}{self.heads.coins(placed, self.language)}</li>")
        return made

    def bare_card(self, placed: Placed) -> Markup:
        """A card without what reference managers read in lists; made once for lists and search."""
        made = self._bare.get(placed.work.id)
        if made is None:
            card, design = self.works.card(placed), design_of(placed, self.catalogue)
            made = self._bare[placed.work.id] = Markup(self.body("card.html", card=card, design=design).rstrip())
        return made

    def cards(self, works: Iterable[Placed]) -> Markup:
        """The works' cards, a line each."""
        return Markup("\n".join(map(str, map(self.card, works))))

    def line(self, placed: Placed, *, told: bool = True) -> Markup:
        """The work in a list of titles: title, year and languages in one line, and what reference managers read."""
        card = self.works.card(placed)
        title = f"[{card.title}]" if card.supplied else card.title
        marked = f' lang="{card.title_language}"' if card.title_language else ""
        facts = ", ".join([*([card.withdrawn] if card.withdrawn else []), card.date, card.languages])
        coins = self.heads.coins(placed, self.language, abstract=False) if told else ""
        link = f'<a href="{self.root}/{escape(card.path)}/"{marked}>{escape(title)}</a>'
        return Markup(f"<li>{directed(link)} <small>{escape(facts)}</small>{coins}</li>")

    def views_of(self, shelf: Shelf | None) -> tuple[ListView, ...]:
        """The pages of a list; of all works where there is no shelf. Those of the last list are kept: its pages are asked for one after the other."""
        path = shelf.path if shelf else ""
        if path not in self._views:
            self._views = {path: tuple(self.lists.shelf(shelf) if shelf else self.lists.all_works())}
        return self._views[path]

    @cached_property
    def missing_words(self) -> Mapping[str, Words]:
        """Words of the site's other languages, for the page that is shown in the place of any other."""
        return {tag: Words(tag, self.settings.locales) for tag in self.site.languages if tag != self.language}

    # -- pages -----------------------------------------------------------------------------

    def body(self, template: str, **values: object) -> str:
        return directed(self.templates.get_template(template).render(**values))

    def page(self, path: str, title: str, description: str, section: str, body: str, head: str = "") -> OutputFile:
        """A page at a path below the language's root. Without a ``head`` it gets that of a list."""
        head = head or self.heads.page(path, self.language, title)
        return self.stamped(self.shells[path.count("/") + 1], path, title, description, section, body, head)

    def page_anywhere(
        self, path: str, file: str, title: str, description: str, body: str, head: str = "", *, indexed: bool = True
    ) -> OutputFile:
        """A page that is shown at any address, so that its links are absolute."""
        filled = slots.values(self.site, path, self.language, title, description, "", head=head, indexed=indexed)
        return OutputFile(f"{self.site.prefix(self.language)}{file}", self.shells[MISSING].stamp({**filled, "body": body}))

    def stamped(self, shell: Shell, path: str, title: str, description: str, section: str, body: str, head: str) -> OutputFile:
        """A page in a shell; one that people write is a shell of its own."""
        head += preloads(title_fonts(body, self.language))
        filled = slots.values(self.site, path, self.language, title, description, section, head=head)
        return OutputFile(
            f"{self.site.prefix(self.language)}{path}/index.html" if path else f"{self.site.prefix(self.language)}index.html",
            shell.stamp({**filled, "body": body}),
        )

    def feed_link(self, path: str, title: str) -> str:
        """The element by which browsers and readers find a feed."""
        return str(
            Markup('<link rel="alternate" type="application/atom+xml" title="{}" href="{}">').format(
                title, f"{self.site.url}{self.site.prefix(self.language)}{path}"
            )
        )


def _correction(settings: Settings, language: str, record: str) -> str:
    """Where a record is corrected: in the form where the site has one, else in its file at the repository's host."""
    if settings.form:
        return f"{BASE}/{form_files.entry(record, language)}"
    return f"{settings.edit_url}{record}" if settings.edit_url else ""
