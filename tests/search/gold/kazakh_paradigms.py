"""Paradigms of Kazakh nouns and verbs by the grammar's tables, written apart from the product's own rules.

After Raihan Muhamedowa, *Kazakh: A Comprehensive Grammar* (Routledge, 2016): harmony and assimilation in chapter 1, nouns in
chapter 2, verbs in chapter 6. Forms are those of running text of a library: number, cases, possession, and of verbs the third
person, participles, converbs, negation, the condition, the verbal noun and the passive.
"""

from __future__ import annotations

BACK, FRONT = "аоұыяё", "әеөүіэ"
VOWELS = BACK + FRONT + "иую"
VOICELESS = "пткқсшщчцфхһбвгғд"
NASAL = "мнң"
SOFTENED = {"п": "б", "к": "г", "қ": "ғ"}


def is_back(word: str) -> bool:
    """By the last vowel that is back or front; loans in и, у alone are back."""
    return next((letter in BACK for letter in reversed(word) if letter in BACK + FRONT), True)


def harmonised(ending: str, back: bool) -> str:
    """An ending written for a back word, as it follows this one."""
    return ending if back else ending.translate(str.maketrans("аықғ", "еікг"))


def ends_in_vowel(word: str) -> bool:
    """у is a vowel at the end of a word, but its possessive is as after a consonant."""
    return word[-1] in VOWELS


def cases(word: str) -> list[str]:
    last, back = word[-1], is_back(word)
    if last in VOICELESS:
        endings = ["тың", "қа", "ты", "та", "тан", "пен", "тағы"]
    elif last in "аәеёоөұүыіэ":
        endings = ["ның", "ға", "ны", "да", "дан", "мен", "дағы"]
    elif last in NASAL:
        endings = ["ның", "ға", "ды", "да", "нан", "мен", "дағы"]
    elif last in "яию":
        endings = ["ның", "ға", "ны", "да", "дан", "мен", "дағы"]
    else:
        endings = ["дың", "ға", "ды", "да", "дан", "бен" if last in "зж" else "мен", "дағы"]
    return [word, *(word + harmonised(each, back if each not in ("мен", "бен", "пен") else False) for each in endings)]


def possessed_cases(word: str) -> list[str]:
    """Of a word in the third person's possession."""
    back = is_back(word)
    endings = ["", "ның", "на", "н", "нда", "нан", "ндағы"]
    return [word + harmonised(each, back) for each in endings] + [word + "мен"]


def plural(word: str) -> str:
    last, back = word[-1], is_back(word)
    start = "т" if last in VOICELESS else "д" if last in NASAL + "злж" else "л"
    return word + harmonised(start + "ар", back)


def noun(word: str, possessed: str = "") -> list[str]:
    """Forms of a noun; ``possessed`` where the third person's possession has another stem (халық, халқы)."""
    back = is_back(word)
    vowel = word[-1] in "аәеёоөыіэяи"
    soft = word if vowel else word[:-1] + SOFTENED.get(word[-1], word[-1])
    its = possessed or soft + harmonised("сы" if vowel else "ы", back)
    found = [*cases(word), *cases(plural(word)), *possessed_cases(its), *possessed_cases(plural(word) + harmonised("ы", back))]
    link = "" if vowel else harmonised("ы", back)
    start = (its[:-1] if possessed else soft) + link
    found += [start + harmonised(person, back) for person in ("м", "ң", "мыз", "ңыз")]
    return list(dict.fromkeys(found))


def verb(base: str) -> list[str]:
    """Forms of a verb by its base, which is its imperative (баста, бер, оқы)."""
    back, vowel, voiceless = is_back(base), base[-1] in BACK + FRONT, base[-1] in VOICELESS
    named = base[:-1] + "у" if base[-1] in "ыі" else base + "у"
    d = "т" if voiceless else "д"
    no = "п" if voiceless else "б" if base[-1] in "зжмнң" else "м"
    past = "қан" if voiceless else "ған"
    endings = [d + "ы", d + "ым", d + "ық", past, past + "дар", past + "да", past + "нан", "са", no + "ақ"]
    endings += ["п", "й", "йды", "йтын", "р"] if vowel else ["ып", "а", "ады", "атын", "ар"]
    endings += [no + "а" + rest for rest in ("йды", "ған", "ды", "у", "са")]
    found = [base + harmonised(each, back) for each in endings]
    found += cases(named) + possessed_cases(named + harmonised("ы", back))
    lateral = "л" in base[-3:]
    if vowel:
        passive = base + ("н" if lateral else "л")
    else:
        passive = base + harmonised("ын" if lateral else "ыл", back)
    found += [passive + harmonised(each, back) for each in ("ды", "ған", "ады", "ып", "атын")] + [passive + "у"]
    return list(dict.fromkeys(found))
