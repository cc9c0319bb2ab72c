"""Forms of Kazakh words that the stemmer parts: those of verbs that look like nouns in a case (бастады, бастап, бастар),
nouns that look like verbs (ауданы, жағдайды), persons (кітабым), negation, and vowels that go (қалып, қалпы).

A word is read by every ending that suits the sounds before it, as a noun and as a verb, and the forms of what is left are
given. After Raihan Muhamedowa, *Kazakh: A Comprehensive Grammar* (Routledge, 2016), chapters 2, 4 and 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

_BACK, _FRONT = "аоұыяё", "әеөүіэ"
_VOWELS = _BACK + _FRONT + "иию"
_CLASSES = {"N": "мнң", "Z": "зж", "S": "лруй", "H": "пткқсшщчцфхһбвгғд"}
"""Consonants by what follows them; a vowel is V, and р, й, у are told from л where it matters."""

_SOFTENED = {"п": "б", "к": "г", "қ": "ғ"}
_HARDENED = {soft: hard for hard, soft in _SOFTENED.items()}


def _class(text: str) -> str:
    last = text.rstrip("ьъ")[-1:]
    if last in _VOWELS:
        return "V"
    return next((name for name, letters in _CLASSES.items() if last in letters), "")


@cache
def _is_back(text: str) -> bool:
    """Whether endings of a text have back vowels; where и, у, ю leave it open they have."""
    for letter in reversed(text):
        if letter in _BACK or letter in _FRONT:
            return letter in _BACK
    return True


def _fit(ending: str, back: bool) -> str:
    """An ending written with А for а, е, Ы for ы, і, Ғ and Қ for ғ, г and қ, к."""
    return ending.translate(_AS_BACK if back else _AS_FRONT)


_AS_BACK = str.maketrans("АЫҒҚ", "аығқ")
_AS_FRONT = str.maketrans("АЫҒҚ", "еігк")


def _noun_endings(kind: str) -> list[str]:
    """Endings of a noun whose last sound is of a class; with plural and possession, and each in its cases."""
    d = {"V": "д", "N": "д", "Z": "д", "S": "д", "H": "т"}[kind]
    genitive, accusative = ("н", "н") if kind == "V" else ("н" if kind == "N" else d, d)
    ablative = "н" if kind == "N" else d
    instrumental = {"H": "пен", "Z": "бен"}.get(kind, "мен")
    dative = "ҚА" if kind == "H" else "ҒА"
    own = ["", f"{genitive}Ың", dative, f"{accusative}Ы", f"{d}А", f"{ablative}Ан", instrumental, f"{d}АҒЫ"]
    possessed = "сЫ" if kind == "V" else "Ы"
    cases = ["", "нЫң", "нА", "н", "ндА", "нАн", "мен", "ндАҒЫ"]
    endings = own + [possessed + case for case in cases] + ["ңЫз" if kind == "V" else "ЫңЫз"]
    plural = {"V": "лАр", "S": "лАр", "N": "дАр", "Z": "дАр", "H": "тАр"}[kind]
    endings += [
        plural + rest for rest in ("", "дЫң", "ҒА", "дЫ", "дА", "дАн", "мен", "дАҒЫ", "Ы", "ЫнЫң", "ЫнА", "Ын", "ЫндА", "ЫнАн", "Ымен")
    ]
    if kind == "S":  # л is one of them, and takes -дар
        endings += [ending.replace("лАр", "дАр", 1) for ending in endings if ending.startswith("лАр")]
    return endings


_UNSURE, _SURE, _CERTAIN, _PRESENT = 0, 1, 2, 3
"""Whether only this kind of word ends so: a guess has fewer forms, and what is certain is read in no other way; in -ады it is a
verb, but not certain which (бар-ады, баста-ды)."""


def _verb_endings(kind: str) -> list[tuple[str, int]]:
    """Endings of a verb whose last sound is of a class, with how sure it is."""
    d = "т" if kind == "H" else "д"
    no = {"H": "п", "Z": "б", "N": "б"}.get(kind, "м")
    past = "ҚАн" if kind == "H" else "ҒАн"
    negated = [(f"{no}А{rest}", _SURE) for rest in ("йдЫ", "ҒАн", "дЫ", "й", "йтЫн", "у", "с", "сА")]
    either = [
        *((f"{past}{rest}", _CERTAIN) for rest in ("", "Ы", "нЫң", "дЫ", "ҒА", "дА", "нАн", "дАр", "дАй", "дЫҚтАн")),
        *((f"{d}Ы{rest}", _UNSURE) for rest in ("", "м", "ң")),
        ("сА", _UNSURE),
    ]
    if kind == "V":
        own = [("п", _UNSURE), ("й", _UNSURE), ("йдЫ", _SURE), ("йтЫн", _UNSURE)]
    else:
        own = [("Ып", _SURE), ("АдЫ", _PRESENT), ("АтЫн", _UNSURE)]
    nouns = ["", "ы", "ын", "ының", "ына", "ында", "ынан", "ымен", "дың", "ды", "ға", "да", "дан", "мен", "лар", "лары", "дағы", "ындағы"]
    return negated + either + own + [("у" + _open(noun), _SURE) for noun in nouns]


def _open(ending: str) -> str:
    return ending.translate(str.maketrans("аығ", "АЫҒ"))


Table = dict[str, list[tuple[str, bool, int]]]


def _table(endings: dict[str, list[tuple[str, int]]]) -> Table:
    """By ending, each class before it, whether its vowels are back, and whether the ending is sure."""
    table: Table = defaultdict(list)
    for kind, rows in endings.items():
        for ending, sure in rows:
            for back in (True, False):
                entry = (kind, back, sure)
                if entry not in table[_fit(ending, back)]:
                    table[_fit(ending, back)].append(entry)
    return dict(table)


_NOUNS = _table({kind: [(ending, _SURE) for ending in _noun_endings(kind)] for kind in "VNZSH"})
_VERBS = _table({kind: _verb_endings(kind) for kind in "VNZSH"})
_LONGEST = 9


def _bases(word: str, table: Table, shortest: int) -> Iterator[tuple[str, int]]:
    """What may be left of a word without an ending, and whether the ending is sure."""
    for length in range(min(_LONGEST, len(word) - shortest) + 1):
        base, ending = word[: len(word) - length], word[len(word) - length :]
        entries = table.get(ending)
        if entries:
            kind, back = _class(base), _is_back(base)
            for each, harmony, sure in entries:
                if each == kind and (harmony == back or ending in ("мен", "пен", "бен", "у", "п", "й", "р", "")):
                    yield base, sure


_LOSING = frozenset(["оқы", "дамы", "қамты", "таны", "ері", "кемі", "шірі", "арты", "жасы"])
"""Verbs whose -ы, -і falls before -у."""

_SHORT = frozenset(["аз", "ат", "су", "үш"])
"""Nouns of two letters that the stemmer's own list lacks, where no verb begins so."""


def _nouns(word: str) -> Iterator[str]:
    bases = [base for base, _ in _bases(word, _NOUNS, 2) if base != word and (len(base) > 2 or base in _SHORT)]
    for base in bases:
        yield from _of_noun(base[:-1] + _HARDENED.get(base[-1], base[-1]))
    if not bases:
        yield from _of_noun(word)


@cache
def _of_noun(base: str) -> tuple[str, ...]:
    """The forms of a noun by which stems differ."""
    kind, back = _class(base), _is_back(base)
    if not kind:
        return (base,)
    if base in _SHORT:
        return tuple(base + _fit(ending, back) for ending in _noun_endings(kind))
    soft = base if kind == "V" else base[:-1] + _SOFTENED.get(base[-1], base[-1])
    its = soft + _fit("сЫ" if kind == "V" else "Ы", back)
    d = "т" if kind == "H" else "н" if kind == "V" else "д"
    # What -сы and -сты leave is read in two ways.
    found = [base] if base[-1] == "с" else [base, its, base + _fit(f"{d}Ы", back)]
    if kind != "V" and 2 < len(base) < 6 and base[-1] in "қкнпзр":
        if base[-2] in "ыі":  # қалып, қалпы
            found.append(soft[:-2] + soft[-1] + _fit("Ы", back))
        elif base[-2] in "лрйнуқпт":
            found.append(base[:-1] + _fit("Ы", back) + base[-1])
    return tuple(found)


def _verbs(bases: dict[str, int]) -> Iterator[str]:
    for base, sure in bases.items():
        if (base[-2:] in _NEGATED and base[:-2] in bases) or (base[-1] in "мпб" and base[:-1] in bases):
            continue  # көрсетіл-ме-ген
        losing = next((base + end for end in "ыі" if base + end in _LOSING), "")
        yield from _of_verb(losing or base) if sure in (_SURE, _CERTAIN) else (base + "у",)


_NEGATED = frozenset(["ма", "ме", "па", "пе", "ба", "бе"])


@cache
def _of_verb(base: str) -> tuple[str, ...]:
    """The forms of a verb by which stems differ."""
    kind, back = _class(base), _is_back(base)
    if not kind:
        return ()
    d = "т" if kind == "H" else "д"
    past = "ҚАн" if kind == "H" else "ҒАн"
    named = base[:-1] + "у" if base[-1] in "ыі" else base + "у"
    if kind == "V":
        passive = "" if "л" in base[-3:] else base + "л"  # қолдан-, used, is more than the passive of қолда-, support
        ends = ["п", "й"]
    else:
        passive = base + _fit("Ын" if base[-1] == "л" else "Ыл", back)
        ends = ["Ып", "А"] if len(base) > 3 else ["Ып"]  # қала is a city
    ends += [past] if base.endswith(("с", "сын", "сін")) else [past, f"{d}Ы"]  # -сты is the accusative of a noun in -сы as well
    passives = (passive + _fit("дЫ", back),) if passive else ()
    return (named, *passives, *(base + _fit(end, back) for end in ends))


def kazakh_forms(word: str) -> Iterable[str]:
    """Other forms of a word, as a noun and as a verb."""
    if len(word) > 2 or word in _SHORT:
        verbs = dict(_bases(word, _VERBS, 2))
        if max(verbs.values(), default=_UNSURE) < _CERTAIN:
            yield from _nouns(word)
        yield from _verbs(verbs)
