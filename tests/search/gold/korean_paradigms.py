"""Forms of Korean nouns in running text: with particles, with the copula, and, of verbal nouns, with 하다, 되다 and 시키다.

After Ho-min Sohn, *Korean* (Routledge, 1994): particles in 2.1, the copula in 1.2.1, verbal nouns in 3.1.
"""

from __future__ import annotations

FIRST, FINALS, RIEUL = 0xAC00, 28, 8

AFTER_CONSONANT = [
    "은",
    "이",
    "을",
    "과",
    "으로",
    "이라고",
    "이나",
    "이며",
    "이란",
    "이라는",
    "으로서",
    "으로써",
    "으로의",
    "이랑",
    "이라도",
    "이야말로",
]
AFTER_VOWEL = ["는", "가", "를", "와", "로", "라고", "나", "며", "란", "라는", "로서", "로써", "로의", "랑", "라도", "야말로"]
AFTER_ANY = [
    "의",
    "에",
    "에서",
    "에는",
    "에서는",
    "에도",
    "도",
    "만",
    "만의",
    "까지",
    "부터",
    "보다",
    "처럼",
    "만큼",
    "조차",
    "마저",
    "밖에",
    "대로",
    "들",
    "들의",
    "들이",
    "들을",
    "에게",
    "에게서",
    "께서",
    "엔",
    "에선",
]
COPULA = ["입니다", "이다", "인가요", "이지만", "이었다", "인", "이라면", "이므로", "이고", "이어야", "이었던", "인지"]
COPULA_AFTER_VOWEL = ["입니다", "다", "인가요", "지만", "였다", "인", "라면", "므로", "고", "여야", "였던", "인지"]
VERBAL = [
    "하다",
    "한다",
    "합니다",
    "했다",
    "했습니다",
    "하는",
    "하여",
    "해야",
    "하려면",
    "하면",
    "하지",
    "하고",
    "하기",
    "할",
    "한",
    "함",
    "되다",
    "된다",
    "됩니다",
    "되었다",
    "됐다",
    "되는",
    "되어",
    "된",
    "될",
    "되면",
    "됨",
    "시키다",
    "시킨다",
    "시키는",
    "시킨",
    "시켰다",
    "시켜",
    "시킬",
]


def final(word: str) -> int:
    """The final consonant of the last syllable by its place in Unicode; 0 is none."""
    return (ord(word[-1]) - FIRST) % FINALS


def with_particles(noun: str) -> list[str]:
    rieul = final(noun) == RIEUL
    own = AFTER_CONSONANT if final(noun) else AFTER_VOWEL
    return [
        noun,
        *(noun + (particle.removeprefix("으") if rieul and particle.startswith("으") else particle) for particle in (*own, *AFTER_ANY)),
    ]


def with_copula(noun: str) -> list[str]:
    return [noun + ending for ending in (COPULA if final(noun) else COPULA_AFTER_VOWEL)]


def with_verb(noun: str) -> list[str]:
    return [noun + ending for ending in VERBAL]
