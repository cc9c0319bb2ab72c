"""The doorway: MkDocs events in, calls of the library out. It has no ideas of its own.

Per language MkDocs prints the pages that people write, and here the theme prints shells
for all others; after the last language the library stamps and writes them.
"""

from __future__ import annotations

import logging
import os
import re
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import mkdocs_languages as languages
from jinja2 import FileSystemBytecodeCache
from library import site as library_site
from library.build import Build
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError
from library.catalogue.related import Relations
from library.citations.citing import Citing
from library.citations.references.csl import PandocError
from library.citations.references.styles import StyleError
from library.citations.texts import ExportTexts
from library.machines import files
from library.machines.changes import last_changes
from library.machines.heads import Heads
from library.pages.language_pages import MISSING, LanguagePages
from library.press import shells, slots
from library.press.addresses import Site
from library.press.links import Links
from library.press.shells import BASE, SECTIONS, Shell
from library.words.translations import Words
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

log = logging.getLogger("mkdocs.hooks.library")  # under "mkdocs", so that --strict counts our warnings

_UNUSED = re.compile(
    r"assets/(javascripts/(bundle|lunr|workers|search/)|stylesheets/palette|images/favicon\.png|.*\.map$"
    r"|(javascripts|stylesheets)/[a-z-]+\.(js|css)$)"
)
"""Files that no page asks for: the theme's scripts, palettes and source maps, and sources of our own, which are joined and shortened."""

DEPTHS = (1, 2, 3)
"""Depths of the library's addresses: /themes/, /themes/ethics/, /journal/17/some-article/."""


@dataclass
class _State:
    """What lasts from one event to the next of one build of all languages."""

    started: float = 0.0
    build: Build | None = None
    nav: Any = None
    pages: LanguagePages | None = None
    shells: dict[str, dict[object, Shell]] = field(default_factory=dict)
    links: Links | None = None
    paths: set[str] = field(default_factory=set)
    site_name: str = ""


_state = _State()
_read: dict[str, tuple[object, Catalogue]] = {}
"""The catalogue as last read, with what tells whether it is stale: kept across rebuilds of
``mkdocs serve``, which loads this module once."""


_serving = False


def on_startup(command: str, dirty: bool) -> None:
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    if _state.build is None:
        _state.started = time.monotonic()
        _state.site_name = config.site_name
    if not config.site_url:
        raise PluginError("mkdocs.yml: site_url is missing; links to other languages and citations need the site's address")
    # The library writes its own, which know every page.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}


@event_priority(-200)  # after static-i18n, which switches the language and rebuilds the list of files
def on_files(files, config: MkDocsConfig):
    if _state.build is None:
        _state.build = _prepare(config)
        _state.links = Links(_state.build.site.url, urlsplit(_state.build.site.url).path)
    for file in [file for file in files if _UNUSED.match(file.src_uri)]:
        files.remove(file)
    return files


@event_priority(-200)
def on_nav(nav, config: MkDocsConfig, files):
    _state.nav = nav
    return nav


def on_env(env, config: MkDocsConfig, files):
    language = languages.of_this_build(config)
    words = Words(language, _overrides(config) / "locales")
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_translations(words.translations, newstyle=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(_templates_cache(config)))
    env.globals["library"] = {**_navigation(words, _state.build.site.prefix(language)), "theme_stylesheet": _theme_stylesheet(files)}
    _state.shells[language] = _print_shells(env, config, files, language)
    _state.pages = LanguagePages(_state.build, language, _state.shells[language])
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files) -> str:
    if _path(page, config) == "":
        page.meta["template"] = "library/home.html"
    return html


def on_page_context(context, page: Page, config: MkDocsConfig, nav):
    """Fills the places of the pages that people write."""
    language = languages.of_this_build(config)
    site = _state.build.site
    path = _path(page, config)
    home = path == ""
    title = site.names[language] if home else page.title
    description = page.meta.get("description") or title
    head = _state.pages.home_head(title, description) if home else _state.build.heads.page(path, language, title, description, "WebPage")
    filled = slots.values(site, path, language, title, description, "" if home else "about", head=head)
    body = _state.pages.home_body(page.content, site.names[language]) if home else ""
    base = context["base_url"]
    context["places"] = {name: text.replace(BASE, base) for name, text in {**filled, "body": body}.items()}
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    _state.links.add(page.file.dest_uri, output)
    _state.paths.add(_path(page, config))
    return output


@event_priority(-200)  # after static-i18n has built the other languages
def on_post_build(config: MkDocsConfig) -> None:
    global _state
    if not languages.all_passes_done(config):
        return
    state, _state = _state, _State()
    into = Path(config.site_dir)
    # The server's threads must not be forked: a lock that one of them holds stays locked for good.
    processes = 1 if _serving else library_site.PROCESSES
    try:
        written = library_site.write(state.build, state.shells, into, state.links, processes)
    except (PandocError, StyleError) as error:
        raise PluginError(str(error)) from None
    paths = _pages_of_every_language(written, state)
    library_site.Writer(into, state.links).write(
        files.sitemaps(state.build.site, paths, last_changes(state.build.catalogue, state.build.indexes))
    )
    for page, target in written.links.broken(_files_in(into)):
        log.warning("%s: the link to %s leads nowhere", page, target)
    log.info(
        "library: %s works, %s pages and %s other files in %.1f s; of the processor's time %.2f s went into pages, %.2f s into exports, %.2f s into search, %.2f s into pictures",
        len(state.build.catalogue.works),
        len(written.pages),
        len(written.paths) - len(written.pages),
        time.monotonic() - state.started,
        *(written.seconds[group] for group in ("pages", "exports", "search", "pictures")),
    )


def on_build_error(error: Exception) -> None:
    """The next build of ``mkdocs serve`` starts afresh."""
    global _state
    _state = _State()


# -- what the events need ------------------------------------------------------------------


def _overrides(config: MkDocsConfig) -> Path:
    return Path(config.theme.custom_dir)


def _path(page: Page, config: MkDocsConfig) -> str:
    """Path of a page below its language's root, without slashes at its ends."""
    prefix = _state.build.site.prefix(languages.of_this_build(config))
    return page.file.dest_uri.removesuffix("index.html").removeprefix(prefix).strip("/")


def _cache(config: MkDocsConfig) -> Path:
    folder = Path(config.config_file_path).parent / ".cache"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _templates_cache(config: MkDocsConfig) -> Path:
    folder = _cache(config) / "templates"
    folder.mkdir(exist_ok=True)
    return folder


def _today() -> date:
    """The day of the build, or the one that SOURCE_DATE_EPOCH names (https://reproducible-builds.org/docs/source-date-epoch/)."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds and seconds.isdigit() else date.today()


def _prepare(config: MkDocsConfig) -> Build:
    """Reads the catalogue, once for all languages. Stops the build with every problem it has."""
    folder = Path(config.config_file_path).parent / config.extra.get("catalogue", "catalogue")
    try:
        catalogue = _load_once(folder)
    except CatalogueError as error:
        for problem in error.problems:
            log.error("%s", problem)
        if not _serving or str(folder) not in _read:
            raise PluginError(str(error)) from None
        # MkDocs would leave the browser waiting until the record is mended.
        log.error("%s The site shows the catalogue as it was before.", error)
        catalogue = _read[str(folder)][1]
    tags = languages.of_the_site(config)
    if set(tags) != set(catalogue.languages):
        raise PluginError(
            f"mkdocs.yml builds the languages {', '.join(tags)}, but vocabularies/languages.yml marks "
            f"{', '.join(catalogue.languages)} with site: yes; make the two agree"
        )
    site = Site(config.site_url.rstrip("/") + "/", tags, languages.site_names(config, _state.site_name), languages.autonyms(config))
    indexes = index(catalogue)
    edit_url = f"{config.repo_url.rstrip('/')}/{config.extra['edit_records']}" if config.repo_url and "edit_records" in config.extra else ""
    citing = Citing(catalogue, site.url)
    return Build(
        catalogue,
        indexes,
        Relations(catalogue, indexes),
        citing,
        ExportTexts(catalogue, citing),
        Heads(catalogue, citing, site),
        site,
        _overrides(config),
        edit_url,
        _cache(config),
        today=_today(),
        deposit_email=config.extra.get("deposit_email", ""),
        offline_zip=not _serving and config.extra.get("offline_zip", True),
        offline_worker=not _serving,
    )


def _load_once(folder: Path) -> Catalogue:
    stamp = tuple(sorted((entry.path, entry.stat().st_mtime_ns, entry.stat().st_size) for entry in _walk(folder)))
    key = str(folder)
    if key not in _read or _read[key][0] != stamp:
        _read[key] = (stamp, load(folder))
    return _read[key][1]


def _walk(folder: Path):
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file():
            yield entry


def _navigation(words: Words, prefix: str) -> dict[str, Any]:
    """What the header and footer name; ``href`` from the root of the site."""
    say = words.say
    labels = {
        "publications": say("Publications"),
        "themes": say("Themes"),
        "countries": say("Countries"),
        "journal": say("Journal"),
        "people": say("Persons and bodies"),
        "about": say("About"),
    }
    footer = [
        ("about/", say("About the library")),
        ("find-and-cite/", say("How to find publications")),
        ("how-to-cite/", say("How to cite")),
        ("contribute/", say("How to contribute")),
        ("accessibility/", say("Accessibility")),
        ("overview/", say("The collection in pictures")),
        ("exports/", say("Take the whole library away")),
        ("offline/", say("Without a connection")),
        ("machines/", say("For machines")),
    ]
    return {
        "home": prefix,
        "mark": _MARK,
        "sections": [{"section": section, "href": f"{prefix}{section}/", "label": labels[section]} for section in SECTIONS],
        "footer": [{"href": f"{prefix}{path}", "label": label} for path, label in footer],
    }


def _theme_stylesheet(files) -> str:
    """The theme's stylesheet; its name changes with every release."""
    found = [file.src_uri for file in files if re.match(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css$", file.src_uri)]
    if len(found) != 1:
        raise PluginError("the theme's stylesheet was not found where it has been since Material 9: assets/stylesheets/main.*.min.css")
    return found[0]


_MARK = (
    '<svg class="lib-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">'
    '<path d="M16 2 29 9.5v13L16 30 3 22.500v-13z" fill="none" stroke="currentColor" stroke-width="2"/>'
    '<path d="M9 12.500h14M9 16h14M9 19.500h14" stroke="currentColor" stroke-width="2"/></svg>'
)


def _print_shells(env, config: MkDocsConfig, files, language: str) -> dict[object, Shell]:
    prefix = _state.build.site.prefix(language)
    printed = {depth: _print(env, config, files, prefix + "x/" * depth) for depth in DEPTHS}
    printed[MISSING] = _print(env, config, files, "404.html", root=urlsplit(_state.build.site.url).path)
    return printed


def _print(env, config: MkDocsConfig, files, url: str, root: str | None = None) -> Shell:
    """A page that the theme prints with its places open, as seen from ``url``.

    With ``root``, the site's path on its host (``/library/``), links are absolute: the page
    may be shown at any address.
    """
    page = Page("shell", File.generated(config, "shell.md", content=""), config)
    page.file.url = url
    page.content, page.meta, page.toc = "", {}, get_toc([])
    context = get_context(_state.nav, files, config, page=page)
    if root is not None:
        context.update(page=None, base_url=root)
    context["places"] = shells.open_places()
    return Shell(env.get_template("library/shell.html").render(context), context["base_url"].rstrip("/"))


def _pages_of_every_language(written: library_site.Written, state: _State) -> set[str]:
    """Paths below a language's root of all pages to be found by search engines."""
    languages_ = state.build.site.languages
    own = {path.removesuffix("index.html").strip("/") for path in written.pages if path.endswith("/index.html")}
    moved = {file.path.removesuffix("/index.html") for file in files.redirects(state.build.catalogue, state.build.site)}
    default = {path for path in own - moved if path.split("/")[0] not in languages_[1:]}
    return default | state.paths


def _files_in(folder: Path) -> set[str]:
    root = str(folder)
    return {os.path.join(path, name)[len(root) + 1 :] for path, _, names in os.walk(root) for name in names}
