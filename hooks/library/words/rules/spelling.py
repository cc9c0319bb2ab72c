"""Words that no dictionary knows: Hunspell's, and for Kazakh the endings that its dictionary lacks.

The dictionaries are Debian's (hunspell-kk, hunspell-ru); nothing is checked where they are not
installed. What is right and in no dictionary stands in ``overrides/locales/<language>/words.txt``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from library.words.rules.findings import Finding
from library.words.rules.texts import Text

DICTIONARIES = {"ru": "ru_RU", "kk": "kk_KZ"}
"""Names of the dictionaries. Korean needs none: Hunspell's knows few compounds, of which our texts are full."""

_WORD = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+")

_ENDINGS = re.compile(
    r"""(?:
    [лдт][ае]р | м[ыі]з | ң[ыі]з | с?[ыі] |                                        # number, whose
    [ндт][ыі]ң | [ндт][ыі] | [ғқ]а | [гк]е | [нғқ]а | не | [дт][ае]н? | н[ае]н | [мбп]ен | н |  # cases
    [дт]ағы | [дт]егі | ғы | гі | қы | кі | н[ыі]кі | [лдт][ыі][қкғг] | с[ыі]з | ш[ыі] | л[ыі] | [дт][ае]й | ш[ае] | ырақ | ірек | рақ | рек |
    [ыі]?с | [ыі]?л | [ыі]?н | [дт][ыі]р | т | л[ае] | у | атын | етін | йтын | йтін | ған | қан | ген | кен |  # of verbs
    [ыі]?п | с[ае] | с[ае]ң[ыі]з | м[ае]с? | [бп][ае] | [ае] | й | [ыі]?м
    )$""",
    re.VERBOSE,
)
"""Endings that one word of Kazakh may take, one after the other: wide, for a stem still has to be in the dictionary."""

_BACK_TO_STEM = {"б": "п", "г": "к", "ғ": "қ"}
"""Consonants that a stem has before a vowel, and without one: кітабы, кітап."""

LONGEST_CHAIN = 5

LONGEST = 120
"""Seconds after which Hunspell is given up; it takes a few for all words of a library."""


class HunspellError(RuntimeError):
    """Hunspell did not do its work; says what to do."""


@cache
def installed(language: str) -> bool:
    """Whether Hunspell and the language's dictionary are there."""
    return bool(shutil.which("hunspell")) and Path(f"/usr/share/hunspell/{DICTIONARIES[language]}.dic").is_file()


def accepted(language: str, folder: Path) -> frozenset[str]:
    """Words of ``words.txt``, in small letters; a line may end in a remark after ``#``."""
    path = folder / language / "words.txt"
    lines = path.read_text("utf-8").split("\n") if path.is_file() else []
    return frozenset(word.lower() for line in lines if (word := line.partition("#")[0].strip()))


def unknown_words(words: Iterable[str], language: str) -> frozenset[str]:
    """Those words that the dictionary knows in no form. Runs ``hunspell`` once or twice."""
    asked = sorted(set(words))
    unknown = _unknown(asked, language)
    if language != "kk":
        return unknown
    stems = {word: frozenset(_stems(word.lower())) for word in unknown}
    strange = _unknown(sorted(set().union(*stems.values())), language) if stems else frozenset()
    return frozenset(word for word in unknown if stems[word] <= strange)


def _unknown(words: list[str], language: str) -> frozenset[str]:
    try:
        done = subprocess.run(
            ["hunspell", "-i", "utf-8", "-d", DICTIONARIES[language], "-l"],
            input="\n".join(words),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=LONGEST,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise HunspellError(f"hunspell did not read the words ({error}); leave out --spelling, or install hunspell again") from error
    return frozenset(done.stdout.split())


def _stems(word: str) -> Iterator[str]:
    """What may be left of a word when endings are taken off: three letters and a third of it at least."""
    seen, edge = {word}, {word}
    for _ in range(LONGEST_CHAIN):
        edge = {shorter for longer in edge for shorter in _shorter(longer)} - seen
        seen |= edge
    return (stem for stem in seen - {word} if len(stem) * 3 >= len(word))


def _shorter(word: str) -> Iterator[str]:
    for length in range(1, min(6, len(word) - 2)):
        if _ENDINGS.fullmatch(word[-length:]) and _in_harmony(word[:-length], word[-length:]):
            stem = word[:-length]
            yield stem
            if stem[-1] in _BACK_TO_STEM:
                yield stem[:-1] + _BACK_TO_STEM[stem[-1]]
            yield stem + "у"  # a verb is in the dictionary by its noun: бағала-, бағалау


def is_known(word: str, language: str, known: frozenset[str]) -> bool:
    """Whether ``words.txt`` has a word or, in Kazakh, a stem of it; of Russian words it has the stems alone."""
    if language == "ru":
        return any(word.startswith(stem) for stem in known)
    return word in known or any(stem in known for stem in _stems(word))


def _of_places(texts: Iterable[Text]) -> frozenset[str]:
    """Words in the labels of countries: names that are right as they stand there."""
    labels = [text.text for text in texts if text.id.startswith("countries:") and text.part == "label"]
    return frozenset(word.lower() for label in labels for word in _WORD.findall(label))


_HARD, _SOFT = set("аоұы"), set("әеөүі")
_OF_NO_HARMONY = {"мен", "бен", "пен", "нікі"}


def _in_harmony(stem: str, ending: str) -> bool:
    """Whether the vowels of an ending go with the last vowel of the stem; и, у and those of loans go with both."""
    if ending in _OF_NO_HARMONY:
        return True
    last = next((letter for letter in reversed(stem) if letter in _HARD | _SOFT or letter in "иуюяэё"), "")
    if last in _HARD:
        return not set(ending) & _SOFT
    return last not in _SOFT or not set(ending) & _HARD


def misspelt(texts: Iterable[Text], folder: Path) -> Iterator[Finding]:
    """Words of the texts that are in no dictionary and not in ``words.txt``; names of bodies are passed over."""
    by_language: dict[str, list[Text]] = {}
    for text in texts:
        if text.language in DICTIONARIES and text.part != "name" and not text.printed and installed(text.language):
            by_language.setdefault(text.language, []).append(text)
    for language, held in by_language.items():
        known = accepted(language, folder) | _of_places(held)
        unknown = unknown_words((word for text in held for word in _WORD.findall(text.text)), language)
        strange = {word for word in unknown if len(word) > 1 and not is_known(word.lower(), language, known)}
        for text in held:
            for word in dict.fromkeys(_WORD.findall(text.text)):
                if word in strange:
                    hint = f"correct it; if it is right, add it to overrides/locales/{language}/words.txt"
                    yield Finding(text, "spelling", f'no dictionary knows "{word}"', hint, remark=True)
