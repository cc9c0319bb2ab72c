"""An engine of our own: reads mkdocs.yml, and prints ``docs/`` and the shells as MkDocs does, byte for byte.

Python-Markdown renders the pages that people write, Jinja the shells. A test holds it to
MkDocs.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from xml.etree.ElementTree import Element

import markdown
import yaml
from jinja2 import Environment, FileSystemLoader
from markdown.treeprocessors import Treeprocessor

from library import doorway
from library.citations.library import Settings
from library.form import files as form_files
from library.press.addresses import Site
from library.press.printed import DEPTHS, MISSING, Printed, WrittenPage
from library.press.shells import Shell, base_of, open_places
from library.words.translations import Words

BUILT_IN = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs always has, before those of the configuration."""


class _Loader(yaml.SafeLoader):
    """YAML with the two tags that mkdocs.yml uses: a value of the environment, and a function with its settings."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.asked: dict[str, str | None] = {}


def _environment(loader: _Loader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
    else:
        names, default = [loader.construct_scalar(node)], None  # type: ignore[arg-type]
    loader.asked.update((name, os.environ.get(name)) for name in names)
    return next((os.environ[name] for name in names if name in os.environ), default)


def _function(loader: _Loader, suffix: str, node: yaml.MappingNode) -> Any:
    module, _, name = suffix.rpartition(".")
    if not module.startswith(("pymdownx.", "markdown.")):
        raise yaml.YAMLError(f"mkdocs.yml names a function that is none of Markdown's extensions: {suffix}")
    return getattr(importlib.import_module(module), name)(**loader.construct_mapping(node, deep=True).get("kwds", {}))


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _function)


class _Links(Treeprocessor):
    """Links between Markdown files lead to the pages that are made of them, and pictures to where they lie, in the same language."""

    def __init__(self, md: markdown.Markdown, folder: Path, page: Path, language: str) -> None:
        super().__init__(md)
        self.folder, self.page, self.language = folder, page, language

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag)
            parts = urlsplit(element.get(name, "")) if name else None
            if not parts or parts.scheme or parts.netloc or not parts.path:
                continue
            target = Path(os.path.normpath(self.page.parent / parts.path))
            if (self.folder / target).is_file():
                element.set(str(name), urlunsplit(parts._replace(path=self._address(target))))

    def _address(self, target: Path) -> str:
        """A file's address as seen from the page."""
        here = "/" + _path_of(self.page, self.language)
        if target.suffix == ".md":
            return os.path.relpath("/" + _path_of(target, self.language), here) + "/"
        return os.path.relpath("/" + _without_language(target, self.language), here)


@dataclass(frozen=True)
class Configuration:
    """What mkdocs.yml in a folder says: the library's settings, folders, and the rest as it stands there.

    ``environment`` are the variables that it asks for, None where they are not set.
    """

    project: Path
    settings: Settings
    docs: Path
    into: Path
    values: dict[str, Any]
    environment: Mapping[str, str | None]

    @property
    def sources(self) -> tuple[Path, ...]:
        """Files and folders that a site is made from, but for the program's own."""
        settings = self.settings
        hooks = dict.fromkeys((self.project / name).parent for name in self.values.get("hooks", ()))
        form = (settings.cache / form_files.BUNDLE,) if settings.cache else ()
        return (self.project / "mkdocs.yml", settings.catalogue, self.docs, settings.overrides, *hooks, *form)


def read(project: Path, *, serving: bool = False) -> Configuration:
    """The configuration of a project. Raises OSError or yaml.YAMLError where it cannot be read."""
    loader = _Loader((project / "mkdocs.yml").read_text("utf-8"))
    config = loader.get_single_data()
    languages = next(plugin["i18n"] for plugin in config["plugins"] if "i18n" in plugin)["languages"]
    tags = tuple(sorted((each["locale"] for each in languages), key=lambda tag: not _of(languages, tag).get("default")))
    names = {tag: _of(languages, tag).get("site_name") or config["site_name"] for tag in tags}
    site = Site(str(config.get("site_url") or "").rstrip("/") + "/", tags, names, {tag: _of(languages, tag)["name"] for tag in tags})
    overrides = project / config["theme"]["custom_dir"]
    settings = doorway.settings(site, project, overrides, config.get("extra") or {}, config.get("repo_url") or "", serving=serving)
    docs, into = project / config.get("docs_dir", "docs"), project / config.get("site_dir", "site")
    return Configuration(project, settings, docs, into, config, loader.asked)


def printed(configuration: Configuration) -> Printed:
    """Shells, written pages and files that are sent as they are."""
    settings, site = configuration.settings, configuration.settings.site
    made = Printed()
    for language in site.languages:
        env = Environment(loader=FileSystemLoader(settings.overrides))
        doorway.equip(env, Words(language, settings.locales), settings, strict=settings.offline_worker)
        made.shells[language] = dict(_shells(env, site, language))
        made.written[language] = list(_written(env, configuration.docs, configuration.values, site, language))
    made.assets = dict(_assets(settings.overrides, configuration.docs, site))
    return made


def _of(languages: list[dict[str, Any]], tag: str) -> dict[str, Any]:
    return next(each for each in languages if each["locale"] == tag)


def _shells(env: Environment, site: Site, language: str) -> Iterator[tuple[object, Shell]]:
    template = env.get_template("library/shell.html")
    for depth in DEPTHS:
        base = base_of(f"{site.prefix(language)}{'x/' * depth}index.html")
        yield depth, Shell(template.render(base_url=base, places=open_places()), base)
    root = urlsplit(site.url).path
    yield MISSING, Shell(template.render(base_url=root, places=open_places()), root.rstrip("/"))


def _written(env: Environment, docs: Path, config: dict[str, Any], site: Site, language: str) -> Iterator[WrittenPage]:
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs)
        if _language_of(page, site) != language:
            continue
        meta, text = _front_matter(path.read_text("utf-8-sig"))
        content, heading = _rendered(text, docs, page, config, language)
        address = _path_of(page, language)
        title = (meta.get("title") or heading) if address else site.names[language]
        base = base_of(f"{site.prefix(language)}{address}/index.html" if address else f"{site.prefix(language)}index.html")
        template = env.get_template("main.html" if address else "library/home.html")
        page_html = template.render(base_url=base, places=open_places(), page={"content": content})
        description = meta.get("description") or title
        yield WrittenPage(address, Shell(page_html, base), title, description, "" if address else content)


def _rendered(text: str, docs: Path, page: Path, config: dict[str, Any], language: str) -> tuple[str, str]:
    """HTML of a page and its first heading."""
    given = [each if isinstance(each, dict) else {each: {}} for each in config.get("markdown_extensions", ())]
    settings = {name: values or {} for each in given for name, values in each.items()}
    md = markdown.Markdown(extensions=list(dict.fromkeys([*BUILT_IN, *settings])), extension_configs=settings)
    md.treeprocessors.register(_Links(md, docs, page, language), "links", 0)
    content = md.convert(text)
    found = re.search(r"<h1[^>]*>(.*?)</h1>", content, re.DOTALL)
    return content, unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else page.stem


def _front_matter(text: str) -> tuple[dict[str, Any], str]:
    found = re.match(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", text, re.DOTALL)
    return (yaml.safe_load(found[1]) or {}, text[found.end() :].lstrip("\n")) if found else ({}, text)


def _language_of(page: Path, site: Site) -> str:
    suffix = page.stem.rpartition(".")[2] if "." in page.stem else ""
    return suffix if suffix in site.languages else site.languages[0]


def _without_language(file: Path, language: str) -> str:
    """Path of a file beside the pages: the language in its name is that of the tree in which it lies."""
    return file.with_name(f"{file.stem.removesuffix(f'.{language}')}{file.suffix}").as_posix()


def _path_of(page: Path, language: str) -> str:
    """Address of a page below its language's root, without slashes at its ends."""
    name = page.name.removesuffix(".md").removesuffix(f".{language}")
    parts = [*page.parent.parts, *([] if name == "index" else [name])]
    return "/".join(parts)


def _assets(overrides: Path, docs: Path, site: Site) -> Iterator[tuple[str, Path]]:
    """Files that are sent as they are: those beside the templates, and those that people put beside their pages.

    The latter lie in the tree of the language that is in their name: ``staff/pictures/add.ru.webp`` in ``ru/staff/pictures/add.webp``.
    """
    for name, path in _sent(overrides):
        yield name.as_posix(), path
    for name, path in _sent(docs):
        language = _language_of(name, site)
        yield site.prefix(language) + _without_language(name, language), path


def _sent(folder: Path) -> Iterator[tuple[Path, Path]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts) or name.parts[0] in ("locales", "partials")
        if (
            path.is_file()
            and not hidden
            and path.suffix not in (".html", ".md", ".py", ".pyc")
            and not doorway.UNUSED.match(name.as_posix())
        ):
            yield name, path
