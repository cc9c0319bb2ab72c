"""The citation styles, changed in memory so that each reference is made as if it stood alone.

The ``.csl`` files are those of the Citation Style Language project, unchanged (README.md
beside them); words of our own for Kazakh, Russian and Korean lie in ``terms``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Style:
    """A citation style. ``english`` is the locale of references to English documents."""

    id: str
    label: str
    file: str
    english: str


STYLES = (
    Style("apa", "APA 7", "apa.csl", "en-US"),
    Style("chicago", "Chicago 18 (author-date)", "chicago-author-date.csl", "en-US"),
    Style("harvard", "Harvard (Cite Them Right)", "harvard-cite-them-right.csl", "en-GB"),
    Style("vancouver", "Vancouver (NLM)", "nlm-citation-sequence.csl", "en-US"),
)

LOCALES = {
    "ar": "ar",
    "de": "de-DE",
    "es": "es-ES",
    "fr": "fr-FR",
    "kk": "kk-KZ",
    "ko": "ko-KR",
    "mn": "mn-MN",
    "ro": "ro-RO",
    "ru": "ru-RU",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "zh": "zh-CN",
}
"""Locales whose words pandoc 3.9 has, or we add, by the language of the document. In other
languages (Armenian, Azerbaijani, Belarusian, Georgian, Kyrgyz, Tajik, Uzbek) it prints
English words, so such references are made in the style's English locale."""

_OWN_TERMS = ("kk", "ko", "ru")

READ_ON = "annote"
"""Variable that stands for the day of access in the changed styles: pandoc prints dates by
their parts only, and ours is a place to be filled. No style prints this variable otherwise."""

_CITATION = re.compile(r"<citation\b.*?</citation>", re.DOTALL)
_ACCESSED = re.compile(r'<date\b(?=[^>]*variable="accessed")[^>]*?(?:/>|>.*?</date>)', re.DOTALL)
_BIBLIOGRAPHY = re.compile(r"<bibliography\b[^>]*>")
_SORT = re.compile(r"(<bibliography\b[^>]*>\s*)<sort>.*?</sort>", re.DOTALL)
_TITLED_LABEL = re.compile(r'(<label\b[^>]*?) text-case="title"')
_NUMBER = re.compile(r'<text suffix="\." variable="citation-number"/>')
_FIELD_ALIGN = re.compile(r' second-field-align="flush"')
_PREPRINT = re.compile(r"<text value=\"Preprint\"[^>]*/>")
_BARE_LABEL = re.compile(r'(<names variable="(?:author|editor|collection-editor)">\s*)(<label)')


class StyleError(RuntimeError):
    """A style file is not as our changes expect it, so it was renewed without them."""


def _replace(pattern: re.Pattern[str], replacement: str, text: str, count: int, file: str) -> str:
    changed, found = pattern.subn(replacement, text)
    if found != count:
        raise StyleError(f"{file}: {pattern.pattern} stands {found} times, not {count}; see what the renewed style needs in {__name__}")
    return changed


@cache
def _alone(style: Style) -> str:
    """The style without what makes a reference depend on its neighbours: year letters, sorting, numbers.

    Year letters (2020a) and added names come from ``<citation>``, which no reference needs.
    """
    text = (FOLDER / style.file).read_text("utf-8")
    numbered = style.id == "vancouver"
    text = _replace(_CITATION, '<citation><layout><text variable="title"/></layout></citation>', text, 1, style.file)
    text = _replace(_SORT, r"\1", text, 0 if numbered else 1, style.file)
    text = _replace(_ACCESSED, f'<text variable="{READ_ON}"/>', text, 1, style.file)
    text = text.replace('variable="accessed URL"', f'variable="{READ_ON} URL"')
    if numbered:
        text = _replace(_NUMBER, "", text, 1, style.file)
        text = _replace(_FIELD_ALIGN, "", text, 1, style.file)
        # Without <name/> pandoc 3.9 prints the label first and joined ("editorBaimenov A").
        text = _replace(_BARE_LABEL, r"\1<name/>\2", text, 3, style.file)
    if style.id == "harvard":
        # An article whose volume and pages are not known is no preprint.
        text = _replace(_PREPRINT, "", text, 1, style.file)
    return text


def locale(style: Style, language: str) -> str:
    """The locale of a reference in that style to a document in that language."""
    return LOCALES.get(language.partition("-")[0], style.english)


@cache
def prepared(style: Style, locale: str, others: int = 0) -> str:
    """The style as pandoc gets it, for references in a locale.

    ``others`` is the number of authors that a source names before "and others", 0 where it
    names all: such items have one author more, whom the style's own "et al." then hides.
    """
    text = _alone(style)
    language = locale.partition("-")[0]
    if language in _OWN_TERMS:
        text = text.replace("</info>", "</info>\n" + (FOLDER / "terms" / f"{language}.xml").read_text("utf-8"), 1)
        # The comma before "and" and "et al." and the capitals of "Ed." belong to English.
        text = text.replace('and="text" delimiter-precedes-last="always"', 'and="text" delimiter-precedes-last="never"')
        text = text.replace("<bibliography ", '<bibliography delimiter-precedes-et-al="never" ', 1)
        text = _TITLED_LABEL.sub(r"\1", text)
    return _BIBLIOGRAPHY.sub(lambda tag: _hiding(style, tag[0], others), text, count=1) if others else text


def _hiding(style: Style, tag: str, others: int) -> str:
    """The opening tag of a bibliography that hides all authors after the first ``others``.

    A style that would shorten so long a list anyway keeps its own limits, but no style may
    print the last author (APA, from 21), as that one has no name.
    """
    limits = dict(re.findall(r'(et-al-[\w-]+)="([^"]*)"', tag))
    if others + 1 < int(limits.get("et-al-min", 10_000)):
        limits |= {"et-al-min": str(others + 1), "et-al-use-first": str(others)}
    limits.pop("et-al-use-last", None)
    if style.id == "harvard" and "delimiter-precedes-et-al" not in tag:
        limits["delimiter-precedes-et-al"] = "never"
    kept = re.sub(r'\s+et-al-[\w-]+="[^"]*"', "", tag).removesuffix(">")
    return kept + "".join(f' {name}="{value}"' for name, value in limits.items()) + ">"
