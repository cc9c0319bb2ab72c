"""Texts in the languages of the site: none is missing, and no tag is another's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from library.catalogue.problems import Problem, nearest
from library.catalogue.records import Record
from library.catalogue.vocabularies import Vocabulary, site_languages
from library.catalogue.yaml_texts import Keys


def text_languages(record: Record, at: Keys, name: str, texts: Mapping[str, str], context: Mapping[str, Vocabulary]) -> list[Problem]:
    """Languages of the site in which a text is missing, and tags that are no language."""
    problems = [
        record.problem(
            (*at, name),
            "missing-language",
            f'{name} has no text in "{language}"',
            "every label, and the summary of the journal, exists in all languages of the site",
        )
        for language in site_languages(context)
        if language not in texts
    ]
    return problems + unknown_languages(record, at, name, texts, context)


def unknown_languages(record: Record, at: Keys, name: str, texts: Iterable[str], context: Mapping[str, Vocabulary]) -> list[Problem]:
    known = context["languages"]
    return [
        record.problem(
            (*at, name, language),
            "bad-language",
            f'"{language}" is not a language tag of vocabularies/languages.yml',
            nearest(language, known) or "BCP 47 tags: en, ru, kk, ko",
        )
        for language in texts
        if language not in known
    ]
