"""Pages that people write in ``docs/``, but for the home page."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from library.citations.library import Settings
from library.form import files as form_files
from library.press.output import OutputFile
from library.press.printed import WrittenPage
from library.press.shells import BASE, Shell

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

_NAMED = re.compile(r'<a href="library:([a-z-]+)">(.*?)</a>', re.DOTALL)
"""A link to a place that differs from site to site, as pages write it: ``[the form](library:form)``."""


def page(stamper: Stamper, written: WrittenPage) -> OutputFile:
    head = stamper.heads.page(written.path, stamper.language, written.title, "WebPage")
    settings = stamper.library.settings
    shell = linked(written.shell, places(settings, stamper.language, written.path))
    return stamper.stamped(shell, written.path, written.title, written.description, "about", "", head)


def places(settings: Settings, language: str, path: str) -> dict[str, str]:
    """Addresses by the names that pages give them, empty where the site has no such place.

    ``form`` is the staff's form, where there is none the repository; ``issues`` is where its host offers the issue
    forms; ``in-ru`` is the page itself in that language.
    """
    repository = settings.repository
    form = f"{BASE}/{form_files.FOLDER}/{form_files.asked(language)}" if settings.form else repository
    issues = f"{repository}/issues/new/choose" if repository else ""
    translations = {f"in-{tag}": f"{BASE}/{settings.site.prefix(tag)}{path}/" for tag in settings.site.languages}
    return {"form": form, "issues": issues, "repository": repository, **translations}


def linked(shell: Shell, places: dict[str, str]) -> Shell:
    """The shell with its named links led to their places; where there is none the words stay."""

    def link(found: re.Match[str]) -> str:
        address, words = places.get(found[1], "").replace(BASE, shell.base), found[2]
        return f'<a href="{escape(address)}">{words}</a>' if address else words

    return shell.changed(lambda text: _NAMED.sub(link, text))
