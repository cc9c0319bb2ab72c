"""The files of the staff's form: its page, its configuration in each of its languages, and the bundle that ``scripts/form`` made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from library.catalogue.catalogue import Catalogue
from library.form.configuration import LANGUAGES, configuration
from library.press.output import OutputFile
from library.words.translations import messages

FOLDER = "admin"
"""Below the site's root."""

BUNDLE = "form"
"""The bundle's folder below the cache."""

HOSTS: Mapping[str, tuple[str, ...]] = {
    "github": ("https://api.github.com", "https://avatars.githubusercontent.com"),
    "gitlab": ("https://gitlab.com", "https://secure.gravatar.com"),
    "gitea": ("https://gitea.com",),
    "test-repo": (),
}
"""Forges that the form works with: who answers for their records and pictures of their people, where none is named in ``mkdocs.yml``."""


class WrongForm(ValueError):
    """``form`` in ``mkdocs.yml`` says something else than a forge; the message tells what is wanted."""


def checked(written: Any, folder: str) -> Mapping[str, Any]:
    """What ``mkdocs.yml`` says under ``extra: form:``; empty where the site is to have none. Raises WrongForm.

    ``folder`` is the catalogue's path in the repository.
    """
    if not written:
        return {}
    if not isinstance(written, Mapping) or written.get("name") not in HOSTS:
        raise WrongForm(
            f"extra: form: wants the forge's name ({', '.join(HOSTS)}) and the repository, as in form: {{name: github, repo: owner/library}}"
        )
    if written["name"] != "test-repo" and str(written.get("repo", "")).count("/") < 1:
        raise WrongForm('extra: form: repo: names the repository as "owner/library"')
    for key in ("api_root", "base_url"):
        if key in written and urlsplit(str(written[key])).scheme != "https":
            raise WrongForm(f"extra: form: {key}: is an address that begins with https://")
    return {"backend": dict(written), "folder": folder}


def bundled(cache: Path) -> bool:
    """Whether ``scripts/form`` has made the bundle."""
    return (cache / BUNDLE / "form.js").is_file()


def files(catalogue: Catalogue, form: Mapping[str, Any], locales: Path, cache: Path | None) -> Iterator[OutputFile]:
    """All files of the form; none where the site has none or where its bundle was not made. ``form`` is what ``checked`` gave."""
    if not form or cache is None or not bundled(cache):
        return
    bundle = cache / BUNDLE
    yield OutputFile(f"{FOLDER}/index.html", page(form["backend"]))
    for language in LANGUAGES:
        say = messages(locales, language, "form").gettext
        told = configuration(catalogue, form["backend"], form["folder"], language, say)
        yield OutputFile(f"{FOLDER}/config.{language}.json", json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")
    for path in sorted(bundle.rglob("*")):
        if path.is_file():
            yield OutputFile(f"{FOLDER}/{path.relative_to(bundle).as_posix()}", path.read_bytes())


def entry(record: str, language: str) -> str:
    """Address, below the site's root, of a record in the form. ``record`` is its file: ``catalogue/journal/issues/17.yml``."""
    _, _, below = record.partition("/")
    folder, _, name = below.rpartition("/")
    collection = folder.rpartition("/")[2]
    return f"{FOLDER}/{asked(language)}#/collections/{collection}/entries/{name.rpartition('.')[0]}"


def asked(language: str) -> str:
    """What an address of the form says of the language to speak; nothing where the form does not speak it."""
    return f"?language={language}" if language in LANGUAGES else ""


def page(backend: Mapping[str, Any]) -> str:
    """The page that loads the form. Its policy lets it talk to this site and to the forge alone."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(backend))}">\n'
        '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n'
        "<title>Edit the library</title>\n"
        '<script type="module" src="form.js"></script>\n</head>\n<body>\n'
        "<noscript><p>The form works with JavaScript only. Без JavaScript форма не работает. "
        "Форма JavaScript-сіз жұмыс істемейді.</p></noscript>\n</body>\n</html>\n"
    )


def policy(backend: Mapping[str, Any]) -> str:
    """The page's Content-Security-Policy.

    Sveltia CMS 0.221.1 needs styles that its scripts write, ``blob:`` for files that are chosen, and ``data:`` for its own logo.
    """
    own = tuple(_origin(str(backend[key])) for key in ("api_root", "base_url") if key in backend)
    hosts = " ".join(dict.fromkeys((*HOSTS[backend["name"]], *own)))
    beside = f" {hosts}" if hosts else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            f"img-src 'self' blob: data:{beside}",
            f"connect-src 'self' blob: data:{beside}",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
