"""Bodies of pages: views put into our own templates, with every text escaped."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import markdown
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .translations import Words
from .views import host


def environment(templates: Path, words: Words, cache: Path | None = None) -> Environment:
    """The templates of one language. An unknown name in a template is an error, not a gap."""
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=FileSystemBytecodeCache(str(cache)) if cache else None,
        auto_reload=False,
    )
    made.filters["host"] = host
    made.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]
    return made


class TextRenderer:
    """Markdown of case studies as HTML. Raw HTML is shown as text, never passed on."""

    @cached_property
    def _markdown(self) -> markdown.Markdown:
        made = markdown.Markdown(extensions=["tables", "footnotes", "sane_lists"], output_format="html",
                                 # Two texts on one page may both have a footnote 1.
                                 extension_configs={"footnotes": {"UNIQUE_IDS": True}})
        made.preprocessors.deregister("html_block")
        made.inlinePatterns.deregister("html")
        return made

    def __call__(self, text: str) -> Markup:
        """HTML with headings moved two levels down, to stand under the page's own."""
        html = self._markdown.reset().convert(text)
        for level in (6, 5, 4, 3, 2, 1):
            lower = min(level + 2, 6)
            html = html.replace(f"<h{level}>", f"<h{lower}>").replace(f"</h{level}>", f"</h{lower}>")
        return Markup(html)
