"""Bodies of pages: views put into our own templates, with every text escaped."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Mapping
from functools import cached_property
from html import unescape
from pathlib import Path

import markdown
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from library.citations.citation import doi_address
from library.citations.formats import FORMATS, workbook
from library.pages import compiled, downloads, template_lines
from library.pages.compiled import CompiledTemplates, QuickEnvironment
from library.pages.template_lines import TemplateLines
from library.pages.work import host
from library.press.shells import BASE
from library.words.translations import Words

_MESSAGE = re.compile(r"""\{\{\s*_\(\s*((?:"[^"\\]*"\s*)+|'[^'\\]*')\s*\)\s*\}\}""")
"""A message without values; a long one is written as several texts, one a line, which Jinja joins."""


class WordsInPlace(Extension):
    """Puts the language's words into a template before it is compiled.

    A page says some thirty messages without values; looked up as it is made, they took a
    fifth of its time. Messages with values are still looked up.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _MESSAGE.sub(self._word, source)

    def _word(self, found: re.Match[str]) -> str:
        message = "".join(text[1:-1] for text in re.findall(r""""[^"]*"|'[^']*'""", found[1]))
        gettext: Callable[[str], str] = self.environment.globals["gettext_of_site"]  # type: ignore[assignment]  # a table of any objects
        word = str(escape(gettext(message)))
        # The comment keeps the number of lines, which errors name.
        return found[0] if "{" in word or "%" in word else word + "{#" + "\n" * found[0].count("\n") + "#}"


def environment(templates: Path, words: Words, cache: Path | None = None) -> Environment:
    """The templates of one language. An unknown name in a template is an error, not a gap.

    ``cache`` is a folder for compiled templates; each language has its own below it.
    """
    if cache:
        cache = _cache_of(words, cache)
    made = QuickEnvironment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n", TemplateLines, WordsInPlace],
        bytecode_cache=CompiledTemplates(str(cache)) if cache else None,
        auto_reload=False,
    )
    # As they are: an escaped BASE would not be found again, and Cyrillic would take six letters each.
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    made.filters["host"] = host
    made.filters["doi_address"] = doi_address
    made.globals["taken_formats"] = [*((format_.ending, format_.label) for format_ in FORMATS), (workbook.ENDING, workbook.LABEL)]
    made.filters["called"] = downloads.called
    made.globals["gettext_of_site"] = words.translations.gettext
    made.globals["before_bracket"] = words.before_bracket
    made.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]
    return made


_VERSION = hashlib.sha256(
    b"".join(Path(module).read_bytes() for module in (__file__, str(compiled.__file__), template_lines.__file__))
).hexdigest()[:12]
"""Of what is done to templates before they are compiled."""


def _cache_of(words: Words, cache: Path) -> Path:
    """A folder for templates with these very words in them; that of earlier words is taken away."""
    folder = cache / f"{words.language}-{words.version}-{_VERSION}"
    if not folder.is_dir():
        for earlier in cache.glob(f"{words.language}-*"):
            shutil.rmtree(earlier, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
    return folder


_ADDRESS = re.compile(r'\b(href|src)="([^"]*)"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def _harmless(found: re.Match[str]) -> str:
    """An attribute whose address is on the web or on the page; any other leads nowhere.

    Browsers undo entities and pass over white space before they read the scheme.
    """
    address = re.sub(r"[\s\x00-\x20]+", "", unescape(unescape(found[2])))
    scheme = _SCHEME.match(address)
    return found[0] if not scheme or scheme[0].lower() in ("http:", "https:", "mailto:") else f'{found[1]}="#"'


_RIGHT_TO_LEFT = re.compile(
    # What must not stand before is asked after the letters: searching for these takes a fiftieth of the time.
    r'lang="(?<![\w:-]lang=")((?:ar|arc|ckb|dv|fa|he|ku-Arab|nqo|prs|ps|sd|syr|ug|ur|uz-Arab|yi)(?:-[\w-]*)?)"(?! dir=)'
)


def directed(html: str) -> str:
    """HTML with the direction of every element whose language is written from right to left, so that its signs stand at the right ends."""
    return _RIGHT_TO_LEFT.sub(r'lang="\1" dir="rtl"', html)


_FIGURE = re.compile(r"<p><img ([^<>]*)></p>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


class TextRenderer:
    """Markdown of case studies as HTML. Raw HTML is shown as text, never passed on.

    ``words`` are those of the page, in which footnotes say what their arrows do.
    """

    def __init__(self, words: Words) -> None:
        self.words = words

    @cached_property
    def _markdown(self) -> markdown.Markdown:
        made = markdown.Markdown(
            extensions=["tables", "footnotes", "sane_lists"],
            output_format="html",
            # Two texts on one page may both have a footnote 1.
            # The policy of contents lets no style stand in a page.
            extension_configs={
                "footnotes": {
                    "UNIQUE_IDS": True,
                    "BACKLINK_TITLE": self.words.say("Back to note %(number)s in the text", number="{}"),
                },
                "tables": {"use_align_attribute": True},
            },
        )
        made.preprocessors.deregister("html_block")
        made.inlinePatterns.deregister("html")
        return made

    def __call__(self, text: str, pictures: Mapping[str, tuple[str, int, int]] | None = None) -> Markup:
        """HTML with headings moved two levels down, to stand under the page's own.

        ``pictures`` are those that figures show, by name: path from the site's root, width and height in pixels.
        """
        html = _ADDRESS.sub(_harmless, self._markdown.reset().convert(text))
        html = _FIGURE.sub(lambda found: _figure(dict(_ATTRIBUTE.findall(found[1])), pictures or {}) or found[0], html)
        for level in (6, 5, 4, 3, 2, 1):
            lower = min(level + 2, 6)
            html = html.replace(f"<h{level}>", f"<h{lower}>").replace(f"</h{level}>", f"</h{lower}>")
        return Markup(html)


def _figure(said: Mapping[str, str], pictures: Mapping[str, tuple[str, int, int]]) -> str:
    """A figure with its caption, of attributes that Markdown has escaped; empty where the picture is none of ours."""
    if said.get("src", "") not in pictures:
        return ""
    path, width, height = pictures[said["src"]]
    caption = f"<figcaption>{said['title']}</figcaption>" if said.get("title") else ""
    picture = f'<img src="{BASE}/{path}" width="{width}" height="{height}" alt="{said.get("alt", "")}" loading="lazy" decoding="async">'
    return f"<figure>{picture}{caption}</figure>"
