"""The interface speaks every language of the site, whole."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from library.catalogue.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = ("ru", "kk", "ko")
FORMS = {"ru": 3, "kk": 2, "ko": 1}


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Every message of templates and code, found as scripts/words finds them."""
    template = tmp_path_factory.mktemp("words") / "messages.pot"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "babel.messages.frontend",
            "-q",
            "extract",
            "-F",
            "babel.cfg",
            "-k",
            "say",
            "-k",
            "plural:1,2",
            "-k",
            "forms:1,2",
            "-k",
            "_",
            "-o",
            str(template),
            ".",
        ],
        cwd=ROOT,
        check=True,
    )
    with template.open("rb") as file:
        return read_po(file)


def words(language: str) -> Catalog:
    with (ROOT / "overrides" / "locales" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_left_over(messages: Catalog, language: str) -> None:
    translated = words(language)
    asked = {message.id for message in messages if message.id}
    assert len(asked) > 100
    assert {message.id for message in translated if message.id} == asked
    for message in translated:
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(strings), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_plural_messages_have_the_forms_of_their_language(language: str) -> None:
    for message in words(language):
        if isinstance(message.id, tuple):
            assert isinstance(message.string, tuple) and len(message.string) == FORMS[language], message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_the_places_of_values(language: str) -> None:
    place = re.compile(r"%\(\w+\)s|\{\w+\}")
    for message in words(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in strings if message.id else ():
            assert set(place.findall(text)) == set(place.findall(ids[-1])), message.id


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_cyrillic_word_holds_a_latin_look_alike(language: str, kept_catalogue: Catalogue) -> None:
    texts = [text for message in words(language) for text in (message.string if isinstance(message.string, tuple) else (message.string,))]
    for placed in kept_catalogue.works.values():
        texts += [placed.work.title[language], placed.work.summary[language]]
    for name in ("themes", "types", "countries", "regions", "series", "audiences", "languages"):
        texts += [term.label[language] for term in kept_catalogue.vocabularies[name].terms.values()]
    texts += [path.read_text("utf-8") for path in (ROOT / "docs").rglob(f"*.{language}.md")]
    mixed = [
        word
        for text in texts
        for word in re.findall(r"\w+", text)
        if re.search(r"[а-яёәғқңөұүһі][a-z]|[a-z][а-яёәғқңөұүһі]", word, re.IGNORECASE)
    ]
    assert not mixed


def test_written_pages_exist_in_every_language() -> None:
    names = {path.name.split(".")[0] for path in (ROOT / "docs").glob("*.md")}
    assert names == {"index", "about", "find-and-cite", "how-to-cite", "contribute", "accessibility"}
    for name in names:
        texts = {
            language: (ROOT / "docs" / f"{name}{'' if language == 'en' else '.' + language}.md").read_text("utf-8")
            for language in ("en", *TRANSLATED)
        }
        assert len(set(texts.values())) == 4, name
        links = {language: sorted(re.findall(r"\]\(([^)]+)\)", text)) for language, text in texts.items()}
        assert all(found == links["en"] for found in links.values()), name


def test_the_site_builds_the_languages_that_the_catalogue_has(real_catalogue: Catalogue) -> None:
    text = re.sub(r"!\S+", "", (ROOT / "mkdocs.yml").read_text("utf-8"))
    plugins = yaml.safe_load(text)["plugins"]
    built = [language["locale"] for language in plugins[0]["i18n"]["languages"]]
    assert tuple(built) == real_catalogue.languages
