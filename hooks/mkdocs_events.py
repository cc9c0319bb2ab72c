"""The doorway: MkDocs events in, calls of the library out. It has no ideas of its own.

Per language MkDocs prints the pages that people write, and the theme prints shells for all
others, both with slots left open, into a folder of their own; after the last language the
library makes the site from them.
"""

from __future__ import annotations

import logging
import os
import pickle
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import mkdocs_languages as languages
from jinja2 import Environment, FileSystemBytecodeCache
from library import doorway
from library.catalogue.problems import report
from library.citations.library import Settings
from library.pages import template_lines
from library.press import shells
from library.press.addresses import Site
from library.press.printed import DEPTHS, MISSING, Printed, WrittenPage
from library.press.shells import Shell
from library.words.problems import chosen
from library.words.translations import Words
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

log = logging.getLogger("mkdocs.hooks.library")  # under "mkdocs", so that --strict counts our warnings


_ENGINES_OWN = re.compile(r"(^|/)(sitemap\.xml(\.gz)?|404\.html)$")
"""Files of MkDocs and its plugins that the library writes itself."""


@dataclass
class _State:
    """What lasts from one event to the next of one build of all languages."""

    started: float = 0.0
    into: Path = Path()
    site_name: str = ""
    settings: Settings | None = None
    nav: Navigation | None = None
    printed: Printed = field(default_factory=Printed)
    contents: dict[str, str] = field(default_factory=dict)


_state = _State()
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    if not _state.started:
        _state.started = time.monotonic()
        _state.site_name = config.site_name
        _state.into = Path(config.site_dir)
        if not config.site_url:
            raise PluginError("mkdocs.yml: site_url is missing; links to other languages and citations need the site's address")
    # MkDocs empties its folder before anything is checked: it gets one of its own, and the site stays whole.
    config.site_dir = str(_cache(config) / "mkdocs")
    # The library writes its own, which know every page.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}


@event_priority(-200)  # after static-i18n, which switches the language and rebuilds the list of files
def on_files(files: Files, config: MkDocsConfig) -> Files:
    if _state.settings is None:
        try:
            _state.settings = _settings(config)
        except doorway.Refused as error:
            raise PluginError(str(error)) from None
        _check(_state.settings)
    for file in [file for file in files if doorway.UNUSED.match(file.src_uri)]:
        files.remove(file)
    return files


@event_priority(-200)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    _state.nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    language = languages.of_this_build(config)
    settings = _of_this_build()
    words = Words(language, settings.locales)
    doorway.equip(env, words, settings, strict=not _serving)
    templates = _cache(config) / "templates" / f"shells-{template_lines.VERSION}"
    templates.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(templates))
    _state.printed.shells[language] = _print_shells(env, config, files, language)
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if _path(page, config) == "":
        page.meta["template"] = "library/home.html"
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Leaves the slots of the pages that people write open as well."""
    context["places"] = shells.open_places()
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keeps the printed page, and has MkDocs write nothing."""
    if not output:
        return ""
    language, path = languages.of_this_build(config), _path(page, config)
    title = str(page.title) if path else _of_this_build().site.names[language]
    description = page.meta.get("description") or title
    content = "" if path else page.content or ""
    shell = Shell(output, shells.base_of(page.file.dest_uri))
    _state.printed.written.setdefault(language, []).append(WrittenPage(path, shell, title, description, content))
    return ""


@event_priority(-200)  # after static-i18n has built the other languages
def on_post_build(config: MkDocsConfig) -> None:
    global _state
    if not languages.all_passes_done(config):
        return
    state, _state = _state, _State()
    settings = state.settings
    assert settings is not None
    scratch = Path(config.site_dir)
    found = {path.relative_to(scratch).as_posix(): path for path in sorted(scratch.rglob("*")) if path.is_file()}
    state.printed.assets = {name: path for name, path in found.items() if not _ENGINES_OWN.search(name)}
    if into := os.environ.get("LIBRARY_PRINTED"):  # "library build" asks for what is printed alone
        Path(into).write_bytes(pickle.dumps(state.printed, protocol=5))
        return
    try:
        # The server's threads must not be forked: a lock that one of them holds stays locked for good.
        result = doorway.make(settings, state.printed, state.into, alone=_serving)
    except doorway.Refused as error:
        raise PluginError(str(error)) from None
    for page, target in result.broken:
        log.warning("%s: the link to %s leads nowhere", page, target)
    log.info("library: %s", doorway.summary(result, time.monotonic() - state.started))


def on_build_error(error: Exception) -> None:
    """The next build of ``mkdocs serve`` starts afresh."""
    global _state
    _state = _State()


# -- what the events need ------------------------------------------------------------------


def _of_this_build() -> Settings:
    if _state.settings is None:
        raise PluginError("the library's hook was not asked in the order that it knows: on_files comes before on_env")
    return _state.settings


def _cache(config: MkDocsConfig) -> Path:
    folder = Path(config.config_file_path).parent / ".cache"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _path(page: Page, config: MkDocsConfig) -> str:
    """Path of a page below its language's root, without slashes at its ends."""
    prefix = _of_this_build().site.prefix(languages.of_this_build(config))
    return page.file.dest_uri.removesuffix("index.html").removeprefix(prefix).strip("/")


def _settings(config: MkDocsConfig) -> Settings:
    tags = languages.of_the_site(config)
    site = Site(str(config.site_url).rstrip("/") + "/", tags, languages.site_names(config, _state.site_name), languages.autonyms(config))
    return doorway.settings(
        site,
        Path(config.config_file_path).parent,
        Path(str(config.theme.custom_dir)),
        config.extra,
        str(config.repo_url or ""),
        serving=_serving,
    )


def _check(settings: Settings) -> None:
    """Reads the catalogue before anything is printed. Stops the build with every problem it has."""
    try:
        doorway.catalogue_of(settings)
    except doorway.Refused as error:
        for said in report(error.problems, chosen(settings.locales)):
            log.error("%s", said)
        if not (_serving and doorway.read_before(settings)):
            raise PluginError(str(error)) from None
        # MkDocs would leave the browser waiting until the record is mended.
        log.error("%s The site shows the catalogue as it was before.", error)


def _print_shells(env: Environment, config: MkDocsConfig, files: Files, language: str) -> dict[object, Shell]:
    site = _of_this_build().site
    prefix = site.prefix(language)
    printed: dict[object, Shell] = {depth: _print(env, config, files, prefix + "x/" * depth) for depth in DEPTHS}
    printed[MISSING] = _print(env, config, files, "404.html", root=urlsplit(site.url).path)
    return printed


def _print(env: Environment, config: MkDocsConfig, files: Files, url: str, root: str | None = None) -> Shell:
    """A page that the theme prints with its slots open, as seen from ``url``.

    With ``root``, the site's path on its host (``/library/``), links are absolute: the page
    may be shown at any address.
    """
    page = Page("shell", File.generated(config, "shell.md", content=""), config)
    page.file.url = url
    page.content, page.meta, page.toc = "", {}, get_toc([])
    assert _state.nav is not None
    context = get_context(_state.nav, files, config, page=page)
    if root is not None:
        context["page"], context["base_url"] = None, root
    context["places"] = shells.open_places()  # type: ignore[typeddict-unknown-key]
    return Shell(env.get_template("library/shell.html").render(context), context["base_url"].rstrip("/"))
