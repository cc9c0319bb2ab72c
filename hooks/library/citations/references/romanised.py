"""References (romanised): works in Cyrillic scripts, as journals of Kazakhstan list them a second time.

The order and the points between its parts are those of
https://acs.kaznpu.kz/acs/transliteration: authors, romanised title [English title],
romanised journal [English journal], year, volume(issue), pages. The list repeats its sources
in full, so all authors are named. The title of a book or journal is told apart by italics
(https://journal-caa.kisi.kz/index.php/caa/references-rules), and the language of the document
follows (https://www.journal.nscedi.kz/main/about/submissions). A body's English name, and a
person's own spelling in Latin letters, go before any romanised one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from markupsafe import Markup, escape

from library.catalogue.names import Name
from library.catalogue.pages import with_dash
from library.citations.citation import Citation, described
from library.citations.kinds import KINDS
from library.citations.references.romanisation import is_cyrillic, romanise
from library.citations.references.text import ACCESSED, Reference

_LANGUAGES = {
    "ru": "Russ.",
    "kk": "Kazakh",
    "ky": "Kyrgyz",
    "tg": "Tajik",
    "uz": "Uzbek",
    "tk": "Turkmen",
    "az": "Azerbaijani",
    "mn": "Mongolian",
    "tt": "Tatar",
    "ba": "Bashkir",
    "uk": "Ukrainian",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "mk": "Macedonian",
    "sr": "Serbian",
}
"""Languages written in Cyrillic letters, now or lately, and what lists call them."""

_PLACES = {
    "Москва": "Moscow",
    "Мәскеу": "Moscow",
    "Санкт-Петербург": "Saint Petersburg",
    "Нұр-Сұлтан": "Nur-Sultan",
    "Киев": "Kyiv",
    "Київ": "Kyiv",
    "Ереван": "Yerevan",
    "Тошкент": "Tashkent",
    "Екатеринбург": "Yekaterinburg",
    "Пекин": "Beijing",
    "Сеул": "Seoul",
    "Женева": "Geneva",
}
"""Places that English spells otherwise than their letters would give; lists give these in English."""

_KAZAKH = re.compile("[ӘәҒғҚқҢңҰұҮүӨөҺһІі]")
_RUSSIAN = re.compile("[ЁёЦцЩщЪъЬьЭэ]")
_MARKS = (".", "!", "?", "…")


def reference(citation: Citation) -> Reference | None:
    """The reference, or None where the document is in no language with a Cyrillic script, or its title has no Cyrillic letter.

    Facts that are not known are left out. A title that a cataloguer supplied keeps its
    square brackets, beside those around the English one.
    """
    language = (citation.language or citation.title_language).partition("-")[0]
    if language not in _LANGUAGES or not is_cyrillic(citation.title):
        return None
    return Reference(Markup(" ").join(_parts(citation, citation.title_language)))


def _parts(citation: Citation, language: str) -> Iterator[Markup]:
    """Each part of the reference with its full stop."""
    heading = _heading(citation, language)
    if heading:
        yield _ended(heading)
    part = KINDS[citation.kind].part
    yield _titled(_folded(romanise(citation.title, language)), _english_title(citation), italic=not part)
    if citation.degree:
        yield _ended(romanise(citation.degree, language))
    if part and citation.container:
        english = citation.container_english if is_cyrillic(citation.container) else ""
        yield _titled(_folded(romanise(citation.container, language)), _folded(english), italic=True)
    if citation.kind == "article":
        yield from map(_ended, _numbering(citation))
    else:
        yield from map(_ended, _imprint(citation, language))
    note = _LANGUAGES.get(citation.language.partition("-")[0])
    if note:
        yield _ended(f"(In {note})")
    if citation.doi:
        yield Markup("DOI: {}.").format(citation.doi)
    if citation.location:
        yield Markup("URL: {} (accessed {}).").format(citation.location, ACCESSED)


def _folded(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())


def _ended(text: str) -> Markup:
    """The text on one line with a full stop, unless it ends in a mark that does for one."""
    text = _folded(text)
    return escape(text if text.endswith(_MARKS) else f"{text}.")


def _titled(title: str, english: str, italic: bool) -> Markup:
    """``<i>Nauka i gosudarstvo</i> [Science and Government].``; supplied titles have their brackets outside the italics."""
    opening, inner, closing = ("[", title[1:-1], "]") if _bracketed(title) else ("", title, "")
    text = Markup("<i>{}</i>").format(inner) if italic and inner else escape(inner)
    end = "" if not english and title.endswith(_MARKS) else "."
    return Markup("{}{}{}{}{}").format(opening, text, closing, f" [{english}]" if english else "", end)


def _english_title(citation: Citation) -> str:
    """The English title without brackets, or nothing."""
    english = _folded(next((text for language, text in citation.other_titles if language == "en"), ""))
    return english[1:-1].strip() if _bracketed(english) else english


def _bracketed(text: str) -> bool:
    """Whether one pair of square brackets holds the whole text: ``[A]`` and ``[A [b]]``, not ``[A] and [B]``."""
    if not (text.startswith("[") and text.endswith("]")):
        return False
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "[") - (letter == "]")
        if depth == 0:
            return place == len(text) - 1
    return True


def _heading(citation: Citation, language: str) -> str:
    """All authors, or else the editors; nothing where a source names neither."""
    people = citation.authors or citation.editors
    names = ", ".join(_name(name, language) for name in people)
    if citation.authors:
        return f"{names} et al." if citation.and_others else names
    return f"{names} ({'ed' if len(people) == 1 else 'eds'}.)" if people else ""


def _name(name: Name, language: str) -> str:
    """``Beissenov K.O.``, or a body's name."""
    name = name.latin or name
    if name.literal:
        return romanise(name.literal, language)
    language = _spelt_in(f"{name.family} {name.given}", language)
    return " ".join(romanise(part, language) for part in (name.family, _initials(name.given), name.suffix) if part)


def _spelt_in(name: str, language: str) -> str:
    """The language by whose alphabet a person's name goes.

    Kazakh letters in a Russian document, or Russian ones in a Kazakh document, tell that the
    name is spelt in the other language; so a person is romanised alike in both.
    """
    if language == "ru" and _KAZAKH.search(name):
        return "kk"
    if language == "kk" and _RUSSIAN.search(name) and not _KAZAKH.search(name):
        return "ru"
    return language


def _initials(given: str) -> str:
    """``K.O.`` for ``Kairat O.``, ``J.-P.`` for ``Jean-Paul``, ``G.A. ogly`` for ``Geidar Ali ogly``.

    An initial that a source prints stays as printed (``Zh.``), and so does a name in a
    script without capitals.
    """
    made = ""
    for name in unicodedata.normalize("NFC", given).split():
        piece = name
        if name[0].isupper() and not name.endswith("."):
            piece = "-".join(f"{part[0]}." for part in name.split("-") if part)
        made += piece if piece.endswith(".") and made.endswith(".") else f" {piece}"
    return made.strip()


def _numbering(citation: Citation) -> Iterator[str]:
    """Year, volume with issue, and pages."""
    if citation.issued:
        yield described(citation.issued)
    if citation.volume and citation.number:
        yield f"{citation.volume}({citation.number})"
    elif citation.volume or citation.number:
        yield citation.volume or f"No. {citation.number}"
    if citation.pages:
        yield with_dash(citation.pages)


def _imprint(citation: Citation, language: str) -> Iterator[str]:
    """``Nur-Sultan: Sample Institute, 2021``, and ``48 p.``"""
    place = "; ".join(_PLACES.get(place) or romanise(place, language) for place in citation.places)
    publisher = romanise(_publisher(citation), language)
    issued = described(citation.issued) if citation.issued else ""
    imprint = ", ".join(part for part in (": ".join(filter(None, (place, publisher))), issued) if part)
    if imprint:
        yield imprint
    if citation.volume:
        yield f"Vol. {citation.volume}"
    if citation.pages and KINDS[citation.kind].part:
        yield f"P. {with_dash(citation.pages)}"
    if citation.extent:
        yield f"{citation.extent} p."


def _publisher(citation: Citation) -> str:
    """Its English name where there is one."""
    latin = citation.publishing.latin if citation.publishing else None
    return latin.inverted if latin else citation.publisher
