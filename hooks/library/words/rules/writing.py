"""How a language is written: letters, dashes, quotes, spaces, ends of sentences, words not to use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from library.catalogue.authorities import GlossaryEntry
from library.words.rules.findings import Finding
from library.words.rules.forms import pattern
from library.words.rules.language import Language
from library.words.rules.texts import Text

Check = Callable[[Text], Iterator[Finding]]


def house_rules(language: Language) -> Check:
    """The rules of the language's file, one after the other."""

    def check(text: Text) -> Iterator[Finding]:
        if text.printed:
            return
        for rule in language.rules:
            if (rule.parts and text.part not in rule.parts) or text.id in rule.but_in:
                continue
            checked = rule.unless.sub(lambda right: "\N{REPLACEMENT CHARACTER}" * len(right[0]), text.text) if rule.unless else text.text
            if found := rule.find.search(checked):
                yield Finding(
                    text, rule.id, f'"{_around(text.text, found)}"', rule.say + (f": {rule.why}" if rule.why else ""), rule.remark
                )

    return check


def _around(text: str, found: re.Match[str]) -> str:
    """What was found with a little of what stands around it, so that a dash or a space can be seen."""
    return text[max(0, found.start() - 12) : found.end() + 12].strip("\n")


# -- ends of sentences ---------------------------------------------------------------

_ENDS_IN_PLACE = re.compile(r"(?:%\(\w+\)s|\{\w+\})[”\")]*$")
_LAST_MARK = re.compile(r"([.:!?…])[»”’\")\s]*$")


def ends_of_sentences(language: Language) -> Check:
    """Whole sentences end as the language's file says: in Korean politely here, plainly there."""

    def check(text: Text) -> Iterator[Finding]:
        for ends in language.ends:
            if text.part not in ends.parts or text.id in ends.but_in or text.printed:
                continue
            for sentence in sentences(text.text):
                if not ends.must.search(sentence):
                    yield Finding(text, "sentence-end", f'"… {sentence[-24:]}"', ends.say)

    return check


def sentences(text: str) -> list[str]:
    """Sentences that end in a full stop or a question mark; what has none is a label and no sentence.

    A row of a table (``| … |``) has none.
    """
    if text.startswith("|"):
        return []
    return [found.strip() for found in re.split(r"(?<=[.?!])[»”’\")]*\s+", text) if re.search(r"[.?!][»”’\")]*$", found.strip())]


def same_end(text: Text) -> Iterator[Finding]:
    """A message or a line of a guide ends in the mark that its English ends in."""
    if text.part not in {"interface", "guide"} or not text.english or not text.text:
        return
    if _ENDS_IN_PLACE.search(text.english):
        return  # what is filled in may stand elsewhere in another language
    wanted, found = _LAST_MARK.search(text.english), _LAST_MARK.search(text.text)
    if (wanted[1] if wanted else "") != (found[1] if found else ""):
        yield Finding(
            text,
            "end-mark",
            f'the English ends in "{wanted[1] if wanted else text.english[-8:]}", this in "{text.text[-8:]}"',
            "a sentence stays a sentence and a label a label: end it as the English ends",
        )


# -- words of the glossary -----------------------------------------------------------


def refused_words(language: str, entries: Iterable[GlossaryEntry]) -> Check:
    """Words that the glossary refuses, in any form, wherever they stand."""
    refused = [
        (re.compile(_refused_shape(language, word), re.IGNORECASE), word, entry)
        for entry in entries
        for word in (entry.never or {}).get(language, ())
    ]
    any_word = re.compile("|".join(f"(?:{shape.pattern})" for shape, _, _ in refused) or r"(?!)", re.IGNORECASE)

    def check(text: Text) -> Iterator[Finding]:
        if text.printed or not any_word.search(text.text):
            return
        for shape, word, entry in refused:
            excepted = any(exc.at == text.id and (not exc.languages or language in exc.languages) for exc in entry.exceptions)
            if shape.search(text.text) and not excepted:
                agreed = getattr(entry, language)
                yield Finding(text, "refused-word", f'"{word}" is not the library\'s word for "{entry.en}"', f'write "{agreed}"')

    return check


def _refused_shape(language: str, word: str) -> str:
    """As written in Korean, where a refused word may be the agreed one with another space; with endings elsewhere."""
    if language == "ko":
        return re.escape(word)
    return pattern(language, word, gap=False) if language == "ru" else rf"(?<!\w){re.escape(word)}\w*"


# -- names of languages --------------------------------------------------------------


def small_language_names(language: Language, names: Iterable[str]) -> Check:
    """Names of languages take a small letter inside a sentence, in Russian and Kazakh."""
    words = sorted({name.split()[0] for name in names if name[:1].isupper()})
    inside = re.compile(r"(?<=[\w,;(–—] )(?:" + "|".join(map(_capital, words)) + ")") if words else None

    def check(text: Text) -> Iterator[Finding]:
        if inside and language.small_language_names and not text.printed and (found := inside.search(text.text)):
            yield Finding(
                text, "capital", f'"{_around(text.text, found)}"', "the name of a language takes a small letter inside a sentence"
            )

    return check


def _capital(word: str) -> str:
    """An adjective in any ending (Английский, Английского), or a noun with тілі after it (Ағылшын тілі)."""
    if re.search(r"(?:ск|цк)ий$", word):
        return re.escape(word[:-2]) + r"(?:ий|ого|ому|им|ом)(?= язык|,|;|$| и )"
    return re.escape(word) + r"(?= тіл)"


# -- spacing -------------------------------------------------------------------------


def one_spacing(words: Iterable[str]) -> Check:
    """An agreed Korean word is written with the spaces that it has in its list, and no others."""
    kept = sorted({word for word in words if len(re.sub(r"\W", "", word)) >= 4}, key=len, reverse=True)
    solid = {word: re.sub(r"\s", "", word) for word in kept}

    def check(text: Text) -> Iterator[Finding]:
        if text.printed:
            return
        joined = re.sub(r"\s", "", text.text)
        told: list[tuple[int, int]] = []
        for word in kept:
            if solid[word] not in joined:
                continue
            if joined.count(solid[word]) == text.text.count(word):  # as agreed every time: the usual case
                told += [found.span() for found in re.finditer(re.escape(word), text.text)]
                continue
            for found in _with_any_spaces(solid[word]).finditer(text.text):
                inside = any(begin <= found.start() and found.end() <= end for begin, end in told)
                told.append(found.span())
                if found[0] != word and not inside:
                    yield Finding(text, "spacing", f'"{found[0]}"', f'write "{word}", as in the list of agreed words')

    return check


@cache
def _with_any_spaces(solid: str) -> re.Pattern[str]:
    return re.compile(r"(?<![가-힣])" + r"\s?".join(map(re.escape, solid)))


def by_language(checks: Mapping[str, list[Check]]) -> Check:
    """Each text goes through the checks of its language."""

    def check(text: Text) -> Iterator[Finding]:
        for one in checks.get(text.language, ()):
            yield from one(text)

    return check
