"""Takes Kazakh endings off, as ``kazakh.js`` does in the browser; ``analysis.py`` says how and after which grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_GROUP = re.compile("[A-Z]")


@dataclass(frozen=True)
class _Ending:
    """An ending of inflection, the letters that it may follow, and whether its vowels are back or front (empty: no matter)."""

    text: str
    after: re.Pattern[str]
    harmony: str


class KazakhStem:
    """Takes Kazakh endings off, from the last to the first."""

    def __init__(self, rules: Mapping[str, Any]) -> None:
        self._of_vowel = {letter: name for name in ("back", "front") for letter in rules[name]} | dict.fromkeys(rules["neutral"], "")
        self._vowels = rules["groups"]["V"]
        self._whole = frozenset(" ".join(rules["whole"]).split())
        self._known: dict[str, bool] = {}
        self._short = frozenset(rules["short"].split())
        self._restored: Mapping[str, str] = rules["restored"]
        self._hard: Mapping[str, str] = rules["hard"]
        self._passives = [(re.compile(pattern), length) for pattern, length in rules["passives"]]
        self._layers = {name: self._endings(rows, rules["groups"]) for name, rows in rules["layers"].items()}

    def _endings(self, rows: Iterable[list[str]], groups: Mapping[str, str]) -> dict[int, dict[str, list[_Ending]]]:
        """The endings of a layer by length, the longest first, and letters; ``rows`` of the rules: endings, a pattern before them."""
        found: dict[int, dict[str, list[_Ending]]] = {}
        for texts, after, *any_harmony in rows:
            pattern = re.compile(f"(?:{_GROUP.sub(lambda match: groups[match.group()], after)})[ьъ]?$")
            for text in texts.split():
                ending = _Ending(text, pattern, "" if any_harmony else self._harmony(text))
                found.setdefault(len(text), {}).setdefault(text, []).append(ending)
        return dict(sorted(found.items(), reverse=True))

    def __call__(self, word: str) -> str:
        verb = self._without(word, "finite")
        # қабілет-ін, not қабіл-етін
        if verb != word and self._possessed(word.removesuffix("н")) not in self._whole:
            return self._verb(verb)
        stem = self._inflected(word)
        # Who or what is at a place takes endings again: қызметтегі-лер-дің.
        if self._without(stem, "relative") != stem:
            stem = self._inflected(stem)
        participle = self._without(stem, "participle")
        return self._noun(stem) if participle == stem else self._verb(participle)

    def _inflected(self, word: str) -> str:
        """The word without its case, possession and plural, and without -ғы, -гі after the case of a place."""
        stem = word[:-2] if self._without(word, "relative") != word else word
        for layer in ("case", "ours"):
            stem = self._without(stem, layer)
        return self._without(stem if stem in self._whole else self._possessed(stem), "plural")

    def _without(self, word: str, layer: str) -> str:
        """The word without an ending of the layer: the one that leaves a known word, or the longest."""
        whole = self._known.get(word)
        if whole is None:
            whole = self._known[word] = word in self._whole or self._possessed(word) in self._whole
        if whole:
            return word
        stems = [
            word[:-length]
            for length, endings in self._layers[layer].items()
            for ending in endings.get(word[-length:], ())
            if self._fits(word[:-length], ending)
        ]
        return next((stem for stem in stems if stem in self._whole), stems[0] if stems else word)

    def _fits(self, stem: str, ending: _Ending) -> bool:
        if not self._enough(stem) or not ending.after.search(stem):
            return False
        return not ending.harmony or self._harmony(stem) in ("", ending.harmony)

    def _enough(self, stem: str) -> bool:
        return stem in self._short or (len(stem) > 2 and any(map(self._sounds, stem)))

    def _sounds(self, letter: str) -> bool:
        """Whether a letter is a vowel, у among them; ``groups`` count it with the consonants as its endings do."""
        return letter == "у" or letter in self._vowels

    def _harmony(self, text: str) -> str:
        """``back`` or ``front`` by the last vowel; empty where и, у, ю or a soft sign leaves it open."""
        return next((self._of_vowel[letter] for letter in reversed(text) if letter in self._of_vowel), "")

    def _possessed(self, word: str) -> str:
        """The word without -ы, -і after a consonant or у. What -сы leaves is cut with the nouns in -с."""
        stem = word[:-1]
        fits = word[-1:] in ("ы", "і") and stem[-1:] not in self._vowels and self._enough(stem)
        return stem if fits and self._harmony(stem) in ("", self._harmony(word[-1])) else word

    def _noun(self, stem: str) -> str:
        before = ""
        if stem[-2:] in ("ын", "ін") and stem not in self._whole and self._enough(stem[:-1]):
            stem = stem[:-1]
        while stem != before and stem not in self._whole:
            before, stem = stem, self._cut(stem)
        if stem.endswith("у") and self._enough(stem[:-1]) and stem not in self._whole:
            return self._verb(stem[:-1])
        return self._ended(stem)

    def _cut(self, stem: str) -> str:
        """One letter less where forms of a noun differ in it: ь, a doubled consonant, -ы, and the -с of what may be -сы."""
        if stem in self._restored:
            return stem
        last, before = stem[-1:], stem[-2:-1]
        if last == "ь" or (last == before and last not in self._vowels):
            return stem[:-1]
        if last == "с" and self._sounds(before) and sum(map(self._sounds, stem)) > 1 and self._enough(stem[:-1]):
            return stem[:-1]
        return self._possessed(stem)

    def _verb(self, stem: str) -> str:
        """The stem of a verb without the passive; дамы- as in даму."""
        for passive, length in self._passives:
            if passive.search(stem):
                stem = stem[:-length]
        return self._ended(self._possessed(stem))

    def _ended(self, stem: str) -> str:
        """The last consonant as it is at the end of a word: кітаб- of кітабы is кітап."""
        return self._restored.get(stem) or stem[:-1] + self._hard.get(stem[-1:], stem[-1:])
