"""What every doorway asks of the library, whichever engine prints the pages that people write."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import further
from library.catalogue.kinds import KINDS
from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError, Problem
from library.citations import instead
from library.citations.citing import Instead
from library.citations.library import Settings, gather
from library.citations.references.csl import PandocError
from library.citations.references.styles import StyleError
from library.form import files as form_files
from library.pages.template_lines import TemplateLines
from library.press import policy
from library.press.addresses import Site
from library.press.printed import Printed
from library.press.scripts import ScriptError
from library.press.shells import SECTIONS
from library.press.stylesheets import FIRST_FONTS
from library.site import PROCESSES, Build, Result, SiteError
from library.site_settings import faults
from library.unchanged import sentence
from library.words.translations import Words, without_words

UNUSED = re.compile(
    r"package\.json$|assets/(javascripts/(bundle|lunr|workers|search/|page/)|stylesheets/(main\.|palette)|images/favicon\.png|.*\.map$"
    r"|(javascripts|stylesheets)/[a-z-]+\.(js|css)$)"
)
"""Files that no page asks for: the theme's scripts, palettes and source maps, and sources of our own, which are joined and shortened."""


_LANG = re.compile(r'<html[^>]* lang="([^"]*)"')


class Refused(Exception):
    """The site cannot be made; the message says why in a sentence, ``problems`` are those of the catalogue."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


def settings(site: Site, project: Path, overrides: Path, extra: Mapping[str, Any], repository: str, *, serving: bool = False) -> Settings:
    """The settings in the configuration; ``project`` is the folder in which it lies. Raises Refused with a line for each that is wrong."""
    if wrong := faults(site.url, repository, extra, project):
        raise Refused("\n".join(wrong))
    site = replace(site, authority=str(extra.get("authority") or ""))
    edit_url = f"{repository.rstrip('/')}/{extra['edit_records']}" if repository and "edit_records" in extra else ""
    return Settings(
        site=site,
        catalogue=project / str(extra.get("catalogue", "catalogue")),
        overrides=overrides,
        cache=project / ".cache",
        edit_url=edit_url,
        deposit_email=str(extra.get("deposit_email") or ""),
        crossmark_policy=str(extra.get("crossmark_policy") or ""),
        ask_for_copies=str(extra.get("ask_for_copies") or ""),
        datacite_editions=bool(extra.get("datacite_editions", False)),
        editions_instead=_instead(extra, site),
        offline_zip=not serving and bool(extra.get("offline_zip", True)),
        offline_worker=not serving,
        form=_form(extra, project / ".cache"),
        repository=repository.rstrip("/"),
    )


def _instead(extra: Mapping[str, Any], site: Site) -> Instead:
    try:
        return instead.checked(extra.get("editions_instead"), site.languages)
    except instead.WrongOrder as error:
        raise Refused(f"mkdocs.yml: {error}") from None


def _form(extra: Mapping[str, Any], cache: Path) -> Mapping[str, Any]:
    """What the form works with; empty where its bundle has not been made, so that no page leads to it."""
    try:
        written = form_files.checked(extra.get("form"), str(extra.get("catalogue", "catalogue")))
    except form_files.WrongForm as error:
        raise Refused(f"mkdocs.yml: {error}") from None
    return written if form_files.bundled(cache) else {}


# -- the catalogue -----------------------------------------------------------------------------

_read: dict[str, tuple[object, Catalogue]] = {}
"""Catalogues as last read, with what tells whether they are stale: kept while a server runs."""


def catalogue_of(settings_: Settings) -> Catalogue:
    """The catalogue, read again only if a file of it has changed. Raises Refused with every problem that it has."""
    folder = settings_.catalogue
    stamp = tuple(sorted((entry.path, entry.stat().st_mtime_ns, entry.stat().st_size) for entry in _walk(folder)))
    key = str(folder)
    if key not in _read or _read[key][0] != stamp:
        try:
            _read[key] = (stamp, load(folder))
        except CatalogueError as error:
            raise Refused(str(error), tuple(error.problems)) from None
    catalogue = _read[key][1]
    if set(settings_.site.languages) != set(catalogue.languages):
        raise Refused(
            f"mkdocs.yml builds the languages {', '.join(settings_.site.languages)}, but vocabularies/languages.yml marks "
            f"{', '.join(catalogue.languages)} with site: yes; make the two agree"
        )
    if unknown := instead.unknown(settings_.editions_instead, catalogue.vocabularies["languages"].terms):
        raise Refused(f"mkdocs.yml: {unknown}")
    if missing := without_words(settings_.site.languages, settings_.locales):
        raise Refused("; ".join(missing))
    return replace(catalogue, order=settings_.site.languages)


def read_before(settings_: Settings) -> bool:
    """Whether the catalogue has been read once without problems."""
    return str(settings_.catalogue) in _read


def _walk(folder: Path) -> Any:
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file():
            yield entry


# -- the theme ---------------------------------------------------------------------------------


def further_pages(settings_: Settings) -> tuple[str, ...]:
    """Addresses of pages that only some libraries have; those of the catalogue as it was before, where it has problems now."""
    try:
        catalogue = catalogue_of(settings_)
    except Refused:
        if not read_before(settings_):
            return ()
        catalogue = _read[str(settings_.catalogue)][1]
    return further(catalogue)


def equip(env: Environment, words: Words, settings_: Settings, *, strict: bool = True) -> None:
    """Gives an engine's templates their words and what the header and footer name.

    ``strict``: pages forbid what they do not need. Servers that put scripts of their own into pages cannot have that.
    """
    env.add_extension("jinja2.ext.i18n")
    env.add_extension(TemplateLines)
    env.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]
    site = settings_.site
    env.globals["library"] = {
        **_navigation(words, site.prefix(words.language), {*_kinds_held(settings_.catalogue), *further_pages(settings_)}),
        "fonts": FIRST_FONTS[words.language],
        "language": words.language,
        "site_name": site.names[words.language],
        "policy": Markup(policy.ELEMENT if strict else ""),
    }


def _kinds_held(catalogue: Path) -> set[str]:
    """Collections of the kinds beside the works of which there are records: only these have pages. What is wrong with records is told elsewhere."""
    return {kind.collection for kind in KINDS if any((catalogue / kind.collection).glob("*.yml"))}


def _navigation(words: Words, prefix: str, held: Collection[str]) -> dict[str, Any]:
    """What the header and footer name; ``href`` from the root of the site. ``held`` are the collections that have pages."""
    say = words.say
    labels = {
        "publications": say("Publications"),
        "themes": say("Themes"),
        "countries": say("Countries"),
        "journal": say("Journal"),
        "people": say("Persons and bodies"),
        "about": say("About"),
    }
    of_kinds = [("events", say("Events")), ("alliances", say("Alliances")), ("projects", say("Projects")), ("learning", say("Learning"))]
    footer = [
        ("about/", say("About the library")),
        ("find-and-cite/", say("How to find publications")),
        ("how-to-cite/", say("How to cite")),
        ("contribute/", say("How to contribute")),
        ("accessibility/", say("Accessibility")),
        *((f"{name}/", label) for name, label in of_kinds if name in held),
        ("overview/", say("The collection in charts")),
        *([("results/", say("Results"))] if "results" in held else []),
        *([("elsewhere/", say("Elsewhere"))] if "elsewhere" in held else []),
        ("exports/", say("Export the whole library")),
        ("offline/", say("Without a connection")),
        ("machines/", say("For machines")),
    ]
    return {
        "home": prefix,
        "sections": [{"section": section, "href": f"{prefix}{section}/", "label": labels[section]} for section in SECTIONS],
        "footer": [{"href": f"{prefix}{path}", "label": label} for path, label in footer],
    }


# -- the site ----------------------------------------------------------------------------------


def make(settings_: Settings, printed: Printed, into: Path, *, alone: bool = False, fresh: bool = False, **options: Any) -> Result:
    """Makes the site into a folder. ``alone``: in this process; ``fresh``: not from a catalogue as it was before.

    Further ``options`` are those of ``site.Build``. Raises Refused; then the folder is as it was.
    """
    try:
        catalogue = catalogue_of(settings_)
    except Refused:
        if fresh or not read_before(settings_):
            raise
        catalogue = _read[str(settings_.catalogue)][1]
    _check_languages(printed)
    options = {"processes": 1 if alone else PROCESSES, **options}
    try:
        return Build(gather(settings_, catalogue), printed, into, **options).make()
    except (PandocError, StyleError, ScriptError, SiteError) as error:
        raise Refused(str(error)) from None
    except OSError as error:
        raise Refused(_not_written(error, into)) from None


def _not_written(error: OSError, into: Path) -> str:
    """What is told of a disk that is full, and of a file that cannot be read or written. The site stands as it was."""
    where = str(error.filename) if error.filename else str(into)
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    remedy = "make room on this disk and build again" if full else "see that the file can be read and its folder written, and build again"
    return f"{where}: {error.strerror or error}; {remedy}. The site is as it was"


def _check_languages(printed: Printed) -> None:
    """Raises Refused where an engine printed a page in another language than that of its tree."""
    for language in printed.shells:
        shells = [*printed.shells[language].values(), *(page.shell for page in printed.written[language])]
        for shell in shells:
            found = _LANG.search(shell.texts[0])
            if not found or found[1] != language:
                raise Refused(f'a page of the language {language} was printed with lang="{found[1] if found else ""}"; look at main.html')


def summary(result: Result, seconds: float) -> str:
    """What a build did, in a line."""
    done = (result.made, result.kept, len(result.written), len(result.deleted))
    told = sentence(result.pages, len(result.files) - result.pages, seconds, *done)
    if result.unkept:
        told += f"; nothing could be kept for the next build, which will take longer ({result.unkept})"
    spent = ", ".join(f"{group} {value:.2f} s" for group, value in sorted(result.seconds.items()))
    return f"{told}; of the processor's time {spent}" if spent else told
