"""A mistake that somebody reports, or a translation that somebody suggests: the one place that it means, and what is to stand there."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel

from library.asked.forms import Asked
from library.asked.places import Page, page_of, shown_texts
from library.catalogue.catalogue import Catalogue
from library.catalogue.kinds import BY_NAME
from library.catalogue.missing import missing
from library.catalogue.model import Issue, Work
from library.catalogue.problems import part
from library.catalogue.shapes import ISSUE
from library.catalogue.yaml_texts import Keys
from library.importing import translations, values
from library.importing.texts import plain
from library.keeping import texts
from library.keeping.changes import Changes, Refused
from library.keeping.renaming import at


class ForPeople(Exception):
    """Somebody of the library has to read it: what it means is not one place in one record. The message says why, in a sentence of ours."""


def mistake(asked: Asked, catalogue: Catalogue) -> tuple[Changes, Page]:
    """The record with what is right in the place of what is wrong, where that stands in one place of it. Raises ForPeople."""
    page = _page(asked, catalogue)
    wrong, right = plain(asked.one("wrong")), plain(asked.one("right"))
    if not right:
        raise ForPeople(part("the form does not say what is right"))
    found = list(_standing(page, wrong, right))
    if not found:
        raise ForPeople(part("what is wrong does not stand in the record in just these words"))
    if len(found) > 1:
        raise ForPeople(part("what is wrong stands in several places of the record"))
    [(keys, text)] = found
    return _written(catalogue, page, keys, text), page


def _standing(page: Page, wrong: str, right: str) -> list[tuple[Keys, str]]:
    """Places whose whole value is what is wrong, or, where there are none, in which it stands among other words: with their new values."""
    shown = list(shown_texts(_model(page), page.data)) if wrong else []
    if whole := [(keys, right) for keys, text in shown if text == wrong]:
        return whole
    as_words = re.compile(rf"(?<!\w){re.escape(wrong)}(?!\w)")
    return [
        (keys, text[: found.start()] + right + text[found.end() :]) for keys, text in shown for found in as_words.finditer(text) if wrong
    ]


def _model(page: Page) -> type[BaseModel]:
    if page.kind in BY_NAME:
        return BY_NAME[page.kind].model
    return Issue if page.kind == ISSUE and not page.keys else Work


def translation(asked: Asked, catalogue: Catalogue) -> tuple[Changes, Page]:
    """The record with a title or a summary in the language that was chosen. Raises ForPeople, and Refused where it cannot be."""
    page = _page(asked, catalogue)
    told, text, original = asked.one("language"), plain(asked.one("translation")), plain(asked.one("original"))
    language = values.language(told, catalogue.languages)
    if not language:
        raise ForPeople(part("it is in none of the site's languages"))
    if page.kind in BY_NAME:
        raise ForPeople(part("the page is not that of a publication or an issue"))
    name, present = _field(catalogue, page, language, original)
    if present:
        return _written(catalogue, page, (name, language), text), page
    changes, problems, _ = translations.bring_back(catalogue, [translations.Translated("issue", 0, page.id, name, language, text, "")])
    if problems:
        raise Refused(*problems)
    return changes, page


def _field(catalogue: Catalogue, page: Page, language: str, original: str) -> tuple[str, bool]:
    """The field that is translated, and whether the words that it has in the language already are those that are to go."""
    data = page.data
    named = {name: data.get(name) or {} for name in ("title", "summary")}
    if original:
        for name, told in named.items():
            for tag, text in told.items():
                if plain(text) == original:
                    if language not in told or tag == language:
                        return name, tag == language
                    raise ForPeople(part("the record has other words in that language already"))
        raise ForPeople(part("the text as it is is neither a title nor a summary of the record"))
    gaps = {gap.field for gap in missing(catalogue, [language]) if gap.id == page.id}
    if len(gaps) != 1:
        raise ForPeople(part("the form does not say which text is translated"))
    return gaps.pop(), False


def _page(asked: Asked, catalogue: Catalogue) -> Page:
    page = page_of(catalogue, asked.one("page"))
    if page is None:
        raise ForPeople(part("the address is not that of the page of a record"))
    return page


def _written(catalogue: Catalogue, page: Page, keys: Keys, text: str) -> Changes:
    changes = Changes(catalogue.folder)

    def write(data: Any) -> None:
        at(data, (*page.keys, *keys[:-1]))[keys[-1]] = text

    texts.edit(changes, page.record.path, page.kind, write)
    return changes
