"""Cyrillic text in Latin letters, as the journals of Kazakhstan ask for it in lists of references.

Russian goes by BS 2979 in its variant without diacritics, which journals call BSI: й is i
and ё is e everywhere, ь is ' and ъ is "
(https://journal.imbp.ru/eng/translit.html prints the table;
https://acs.kaznpu.kz/acs/transliteration asks for it, with the example
"professional'nykh kompetentsii").

Kazakh goes by the official Latin alphabet of 2021 (presented on 28 January, ң as ñ since
the draft decree of 21 April: https://qazlat.kz/ru/docs/alphabet2021,
https://legalacts.egov.kz/npa/view?id=8243312), as the same journals ask. The alphabet has
no letters for ё ц ч щ ъ ь э ю я of loan words, which its spelling rules are to respell; as a
reference should let a reader find the word, those are spelt out with its letters instead,
and the two signs fall away.

Other languages go by the Russian table, with the further letters below; a letter found in
none is its base letter with its marks (ў ŭ, ӣ ī), or the one that its Unicode name starts from.

The tables are our own: the package iuliia turns a final -ий and -ый into -y, which journals
do not, writes ЦОН as TsON, and knows no letter beyond the Russian ones.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


def _pairs(text: str) -> dict[str, str]:
    words = iter(text.split())
    return dict(zip(words, words, strict=False))


_RUSSIAN = _pairs("""
    а a   б b   в v   г g   д d   е e   ё e   ж zh   з z   и i   й i   к k   л l   м m   н n   о o   п p   р r   с s   т t   у u
    ф f   х kh   ц ts   ч ch   ш sh   щ shch   ъ "   ы y   ь '   э e   ю yu   я ya""")

_KAZAKH = _pairs("""
    а a   ә ä   б b   в v   г g   ғ ğ   д d   е e   ж j   з z   и i   й i   к k   қ q   л l   м m   н n   ң ñ   о o   ө ö   п p   р r
    с s   т t   у u   ұ ū   ү ü   ф f   х h   һ h   ш ş   ы y   і ı
    ё io   ц ts   ч tş   щ şş   э e   ю iu   я ia""") | {"ъ": "", "ь": ""}

_FURTHER = _pairs("""
    ә ä   ғ ğ   қ q   ң ñ   ө ö   ұ ū   ү ü   һ h   і i   ї i   є ie   ґ g   ҷ j   ҳ h   җ j   ҙ z   ҫ s   ҡ q   ҝ g   ҹ j
    ђ đ   ћ ć   ј j   љ lj   њ nj   џ dž   ѕ dz   ѣ e   ѳ f   ѵ i   ѡ o   ѧ ia   ѫ u   ѯ ks   ѱ ps   ѥ ie   ѩ ia   ѭ iu   ѹ u   ѿ ot
    ҥ ng   ҵ ts   ҽ ch   ҿ ch   ҩ o   ӕ ae   ӡ dz   ԛ q   ԝ w   ӏ '""")
"""Letters of Kazakh, Kyrgyz, Tajik, Uzbek, Tatar, Bashkir, Azerbaijani, Mongolian,
Ukrainian, Belarusian, Serbian, Macedonian, Sakha, Abkhaz and Ossetian, and of older Russian."""

_LETTERS = (
    "\u0400-\u0481\u048a-\u052f\u1c80-\u1c8a\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua66e\ua674-\ua67b\ua680-\ua69f\U0001e030-\U0001e06d\U0001e08f"
)
_CYRILLIC = re.compile(f"[{_LETTERS}]")


@dataclass(frozen=True)
class _Alphabet:
    """``letters`` for ``str.translate``; ``shouted`` finds capitals that become several
    letters and stand beside another capital, ``loud`` has what these become."""

    letters: dict[int, str]
    loud: dict[str, str]
    shouted: re.Pattern[str]


def is_cyrillic(text: str) -> bool:
    """Whether there is a Cyrillic letter in the text."""
    return _CYRILLIC.search(text) is not None


def romanise(text: str, language: str) -> str:
    """The text in Latin letters; what is not Cyrillic stays as it is.

    ``language`` is a BCP 47 tag. A capital that becomes several letters has only the first
    of them large (Щука, Shchuka) unless another capital stands beside it (ЦОН, TSON). Text
    with a Cyrillic letter comes back in Unicode's composed form (NFC), with accents kept.
    """
    if not is_cyrillic(text):
        return text
    alphabet = _KAZAKHS if language.partition("-")[0] == "kk" else _GENERAL
    composed = unicodedata.normalize("NFC", text)
    loud = alphabet.shouted.sub(lambda letter: alphabet.loud[letter[0]], composed)
    # Of a Kazakh ь alone nothing is left, but a name or a title is never empty.
    return unicodedata.normalize("NFC", loud.translate(alphabet.letters)) or romanise(text, "ru")


def _unlisted(letter: str, known: dict[str, str]) -> str:
    """A small letter in no table: its base with its marks, or what its Unicode name starts from, or a question mark."""
    apart = unicodedata.normalize("NFKD", letter)
    if apart != letter:
        return known.get(apart[0], "?") + apart[1:]
    name = unicodedata.name(letter, "").partition(" WITH ")[0]
    try:
        return known.get(unicodedata.lookup(re.sub(r"^(COMBINING )?CYRILLIC (SMALL )?LETTER", "CYRILLIC SMALL LETTER", name)), "?")
    except KeyError:
        return "?"


def _capital(text: str, dotted: bool) -> str:
    """In capitals; ``dotted`` where, as in Kazakh, the capital of i is İ and that of ı is I."""
    return (text.replace("i", "İ") if dotted else text).upper()


def _alphabet(table: dict[str, str], dotted: bool) -> _Alphabet:
    known = _RUSSIAN | _FURTHER | table
    letters, loud = {}, {}
    for first, last in re.findall("(.)(?:-(.))?", _LETTERS):
        for letter in map(chr, range(ord(first), ord(last or first) + 1)):
            small = letter.lower()
            latin = known[small] if small in known else _unlisted(small, known)
            if small != letter:
                latin, loud[letter] = _capital(latin[:1], dotted) + latin[1:], _capital(latin, dotted)
            letters[ord(letter)] = latin
    loud = {letter: latin for letter, latin in loud.items() if latin != letters[ord(letter)]}
    capitals = "".join(letter for letter in map(chr, range(0x41, 0x530)) if letter.isupper())
    several, marks = "".join(loud), "[\u0300-\u036f]*"
    return _Alphabet(letters, loud, re.compile(f"(?<=[{capitals}])[{several}]|[{several}](?={marks}[{capitals}])"))


_GENERAL = _alphabet({}, dotted=False)
_KAZAKHS = _alphabet(_KAZAKH, dotted=True)
