"""Korean nouns of one syllable without their particle (법을: 법): a longer noun is found where a word begins, one syllable begins
too many others (글, writing, and 글로벌, global)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_FIRST, _FINALS, _RIEUL = 0xAC00, 28, 8


class KoreanForms:
    """Reads the rules once: ``single``, nouns of one syllable, and ``particles`` by what they follow."""

    def __init__(self, single: str, particles: Mapping[str, Sequence[str]]) -> None:
        self._single = frozenset(single)
        self._particles = {after: frozenset(" ".join(lines).split()) for after, lines in particles.items()}

    def __call__(self, word: str) -> tuple[str, ...]:
        """The noun of a word that is one syllable and a particle."""
        noun, particle = word[:1], word[1:]
        if noun not in self._single:
            return ()
        return (noun,) if self._trails(particle, noun) else ()

    def _trails(self, text: str, before: str) -> bool:
        """Whether a text is one particle after those syllables, or several one after the other (에서는)."""
        final = (ord(before[-1]) - _FIRST) % _FINALS
        for length in range(len(text), 0, -1):
            particle = text[:length]
            fits = particle in self._particles["consonant" if final else "vowel"] or particle in self._particles["any"]
            fits = fits or (final == _RIEUL and particle.startswith("로") and particle in self._particles["vowel"])
            if fits and (length == len(text) or self._trails(text[length:], before + particle)):
                return True
        return False
