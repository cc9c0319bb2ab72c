"""Korean particles that follow how the syllable before them ends: 웹사이트가, not 웹사이트이."""

from __future__ import annotations

import re
from collections.abc import Iterator

from library.words.rules.findings import Finding
from library.words.rules.texts import Text

_FINALS = 28
"""Unicode counts the syllables of Hangul from 가 on by their final consonant, of which none is the first and ㄹ the ninth."""
_HANGUL = range(ord("가"), ord("힣") + 1)
_VOWEL = "".join(map(chr, _HANGUL[::_FINALS]))
_L = "".join(map(chr, _HANGUL[8::_FINALS]))
_OTHER = "".join(chr(code) for code in _HANGUL if (code - _HANGUL[0]) % _FINALS not in (0, 8))

# 가 and 는 end so many words and verbs that they are not looked for after a consonant.
_WRONG = re.compile(rf"(?<!\w)\w*(?:[{_VOWEL}](?:을|은|이|과|으로)|[{_L}](?:를|와|으로)|[{_OTHER}](?:를|와|로))(?!\w)")
_NO_PARTICLE = re.compile(r"(?:^[마가노고모기]을|[모나]은|[사차나아바타추]이|웨이|과이|하와이|[효사내외치]과|라과|[경진통근항]로)$")
"""Nouns, names and forms of verbs that only look like it: 가을, 나은, 사이, 노르웨이, 니카라과, 경로."""

_SAY = "after a vowel 를, 는, 가, 와, 로; after a consonant 을, 은, 이, 과, 으로, and 로 after ㄹ"


def particles(text: Text) -> Iterator[Finding]:
    """A particle in the form that does not go with the syllable before it. Words in other letters are passed over: they do not show their sound."""
    if text.printed:
        return
    for found in _WRONG.finditer(text.text):
        if not _NO_PARTICLE.search(found[0]):
            yield Finding(text, "particle", f'"{found[0]}"', _SAY)
