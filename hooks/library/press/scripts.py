"""The scripts of the site, each file made of several modules: a slow line pays for every file it asks for.

A page must work from a folder, too, and browsers load no module scripts from ``file:``. So the modules below
``overrides/assets/javascripts`` are joined into classic scripts: each a function of its own, in the order in which they
import one another.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from library.press.output import OutputFile

FOLDER = "assets/javascripts"
"""Below ``overrides``, and below the site's root."""

SCRIPTS = {
    "begin": ("begin",),
    "library": ("library", "reading-list", "offline"),
    "search": ("search/page",),
    "search-words": ("search/words-script",),
    "search-take": ("search/take-script",),
    "search-beside": ("search/beside-script",),
    "reading-list-page": ("search/list-page",),
    "citation-files": ("search/citation-links",),
    "text-books": ("search/text-books",),
}
"""The modules with which each script begins, one after the other: what every page has; what the search page starts with, what it fetches when a word is
looked for, when something is taken away and when other records are asked for; the reading list; what makes citations on pages of lists and
works, and books of texts."""

_IMPORT = re.compile(r'^import \{ ([\w$, ]+) \} from "(\.[\w./-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class ScriptError(ValueError):
    """A module that cannot be joined: it says which, and why."""


@dataclass(frozen=True)
class _Module:
    """A module's text without its imports and the word ``export``; ``imports`` are pairs of names and module, ``exports`` are names."""

    name: str
    text: str
    imports: tuple[tuple[str, str], ...]
    exports: tuple[str, ...]


def joined(overrides: Path) -> Iterator[OutputFile]:
    """Every script of the site, with its comments."""
    for name, entries in SCRIPTS.items():
        yield OutputFile(f"{FOLDER}/{name}.js", "\n".join(join(overrides / FOLDER, entry) for entry in entries))


def join(folder: Path, entry: str) -> str:
    """One classic script of a module and all that it imports. A module of a form that is not understood here raises ScriptError."""
    modules = [_function(module) for module in _ordered(folder, entry, {}, ())]
    return '"use strict";\n(() => {\n' + "".join(modules) + "})();\n"


def _ordered(folder: Path, name: str, read: dict[str, _Module], above: tuple[str, ...]) -> list[_Module]:
    """A module after those that it imports, each once. ``above`` are those that lead to it."""
    if name in above:
        raise ScriptError(f"{name}.js imports itself by way of {', '.join(above[above.index(name) + 1 :]) or 'itself'}")
    if name in read:
        return []
    module = read[name] = _read(folder, name)
    before = [each for _, other in module.imports for each in _ordered(folder, other, read, (*above, name))]
    for names, other in module.imports:
        missing = [each for each in names.split(", ") if each not in read[other].exports]
        if missing:
            raise ScriptError(f"{name}.js imports {', '.join(missing)}, which {other}.js does not export")
    return [*before, module]


def _read(folder: Path, name: str) -> _Module:
    path = folder / f"{name}.js"
    if not path.is_file():
        raise ScriptError(f"there is no module {name}.js in {folder}")
    text = path.read_text("utf-8")
    here = posixpath.dirname(name)
    imports = tuple((names, posixpath.normpath(posixpath.join(here, other))) for names, other in _IMPORT.findall(text))
    exports = tuple(_EXPORT.findall(text))
    text = _EXPORT.sub("", _IMPORT.sub("", text))
    if odd := _OTHER.search(text):
        raise ScriptError(
            f'{name}.js: "{odd[0]}" is written otherwise than import {{ a, b }} from "./file.js"; or export const, function, class'
        )
    return _Module(name, text, imports, exports)


def _function(module: _Module) -> str:
    taken = "".join(f"const {{ {names} }} = {_variable(other)};\n" for names, other in module.imports)
    given = f"return {{ {', '.join(module.exports)} }};\n" if module.exports else ""
    name = f"const {_variable(module.name)} = " if module.exports else ""
    return f"{name}(() => {{\n{taken}{module.text}{given}}})();\n"


def _variable(module: str) -> str:
    """A name that no module's own can be: ``$list_page``."""
    return "$" + re.sub(r"\W", "_", module)
