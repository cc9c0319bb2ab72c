"""The form's fields: none of the model's is missing, and none refuses what records rightly say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from library.catalogue.authorities import VOCABULARIES
from library.catalogue.catalogue import Catalogue
from library.catalogue.kinds import KINDS
from library.catalogue.records import read
from library.form import messages
from library.form.configuration import LANGUAGES, VOCABULARY_LABELS, configuration, words
from library.words.translations import messages as translations

LOCALES = Path(__file__).resolve().parents[2] / "overrides" / "locales"
BACKEND = {"name": "test-repo"}


def told(catalogue: Catalogue, language: str = "en") -> dict[str, Any]:
    return configuration(catalogue, BACKEND, "catalogue", language, translations(LOCALES, language, "form").gettext)


def collections(made: Mapping[str, Any]) -> dict[str, Any]:
    return {collection["name"]: collection for collection in made["collections"]}


def unfit(fields: list[dict[str, Any]], value: Mapping[str, Any], at: str) -> Iterator[str]:
    """Where a record's values do not fit the fields: a field that is not there, a pattern that refuses, a choice that is not offered."""
    known = {field["name"]: field for field in fields}
    for name, item in value.items():
        if name not in known:
            yield f"{at}.{name}: no such field"
        else:
            yield from _unfit(known[name], item, f"{at}.{name}")


def _unfit(field: Mapping[str, Any], value: Any, at: str) -> Iterator[str]:
    if "types" in field:
        for number, item in enumerate(value):
            chosen = next(each for each in field["types"] if each["name"] == item[field["typeKey"]])
            yield from unfit(chosen["fields"], {key: part for key, part in item.items() if key != field["typeKey"]}, f"{at}.{number}")
    elif field["widget"] == "list" or field.get("multiple"):
        if not isinstance(value, list):
            yield f"{at}: no list"
            return
        one = field.get("field") or {**field, "widget": "object" if "fields" in field else field["widget"], "multiple": False}
        for number, item in enumerate(value):
            yield from _unfit(one, item, f"{at}.{number}")
    elif field["widget"] == "object":
        yield from unfit(field["fields"], value, at)
    elif not isinstance(value, str):
        yield f"{at}: {value!r} is no text"
    elif "options" in field and value not in [option["value"] for option in field["options"]]:
        yield f"{at}: {value!r} is not offered"
    elif "pattern" in field and not re.search(field["pattern"][0], value):
        yield f"{at}: {value!r} does not fit {field['pattern'][0]}"


def data_of(path: Path) -> Any:
    record, problems = read(path, path.name)
    assert record and not problems
    return record.data


PLACES = {
    "knowledge-products": "knowledge-products/*.yml",
    "case-studies": "case-studies/*.md",
    "issues": "journal/issues/*.yml",
    "articles": "journal/articles/*.yml",
    **{kind.collection: f"{kind.collection}/*.yml" for kind in KINDS},
}


def test_every_record_fits_the_fields(either_catalogue: Catalogue) -> None:
    found = collections(told(either_catalogue))
    for name, pattern in PLACES.items():
        for path in sorted(either_catalogue.folder.glob(pattern)):
            if "." in path.stem:
                continue  # the text of a case study in another language
            assert list(unfit(found[name]["fields"], data_of(path), path.name)) == []
    journal = either_catalogue.folder / "journal" / "journal.yml"
    assert list(unfit(found["journal"]["files"][0]["fields"], data_of(journal), journal.name)) == []


def names_of(fields: list[dict[str, Any]]) -> dict[str, Any]:
    """The names of fields, with those below each; of texts by language none, for languages are no fields of the model."""
    return {field["name"]: names_of(field["fields"]) if "fields" in field and not of_languages(field) else {} for field in fields}


def of_languages(field: Mapping[str, Any]) -> bool:
    return [each["name"] for each in field["fields"]][:2] == ["en", "ru"]


def test_no_field_of_any_kind_is_unknown_to_the_form_nor_to_its_writer(small_catalogue: Catalogue) -> None:
    """Whatever fields and kinds come: the form has just those of the model, and lays each file out by the shape of its kind."""
    made = told(small_catalogue)
    named = 0
    for name, collection in collections(made).items():
        if name.startswith("case-texts"):
            continue
        for each in collection.get("files", [collection]):
            kind = each["format"].removeprefix("record-").replace("article", "work").replace("frontmatter", "work")
            fields = each["fields"]
            if kind == "parties":
                fields = [{"name": "kind"}, *fields[0]["types"][0]["fields"], *fields[0]["types"][1]["fields"]]
            elif kind in VOCABULARIES:
                [terms] = fields
                fields = terms["fields"]
            known = {key: value for key, value in names_of(fields).items() if key not in ("body", "shown_as")}
            assert missing_in(made["shapes"][kind], known) == [], each["name"]
            assert missing_in(known, made["shapes"][kind]) == [], each["name"]
            named += 1
    assert named >= len(VOCABULARIES) + len(KINDS) + 5


def missing_in(here: Mapping[str, Any], there: Mapping[str, Any], at: str = "") -> list[str]:
    """What stands there and not here, however deep."""
    found = [f"{at}{name}" for name in there if name not in here]
    return found + [one for name in there if name in here for one in missing_in(here[name], there[name], f"{at}{name}.")]


def test_every_term_fits_the_fields(either_catalogue: Catalogue) -> None:
    for file in collections(told(either_catalogue))["vocabularies"]["files"]:
        path = either_catalogue.folder / "vocabularies" / f"{file['name']}.yml"
        [terms] = file["fields"]
        assert terms["root"] is True
        assert list(_unfit(terms, data_of(path), path.name)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("issued", "next year"),
        ("added", "2026-11"),
        ("id", "a b"),
        ("doi", "https://doi.org/10.1/x"),
        ("isbn", "978"),
        ("extent", "0"),
        ("extent", "12 p."),
        ("address", "www.example.org"),
        ("citation_key", "2017knox"),
    ],
)
def test_a_wrong_value_is_told_beside_the_field(small_catalogue: Catalogue, name: str, value: str) -> None:
    work = collections(told(small_catalogue))["knowledge-products"]["fields"]
    edition = next(field for field in work if field["name"] == "editions")["fields"]
    field = next(each for each in (*work, *edition) if each["name"] == name)
    field = field.get("field", field)
    assert not re.search(field["pattern"][0], value)
    assert field["pattern"][1]


def test_pickers_show_names_and_keep_ids(small_catalogue: Catalogue) -> None:
    fields = {field["name"]: field for field in collections(told(small_catalogue, "ru"))["knowledge-products"]["fields"]}
    themes = fields["themes"]
    assert (themes["widget"], themes["multiple"], themes["value_field"], themes["display_fields"]) == (
        "relation",
        True,
        "terms.*.id",
        ["terms.*.label.ru"],
    )
    files = {file["name"] for file in collections(told(small_catalogue))["vocabularies"]["files"]}
    assert files == set(VOCABULARY_LABELS)


def test_the_form_asks_for_what_no_record_is_without_and_for_nothing_else(small_catalogue: Catalogue) -> None:
    fields = {field["name"]: field for field in collections(told(small_catalogue))["knowledge-products"]["fields"]}
    asked = {name for name, field in fields.items() if field["required"]}
    assert asked == {"id", "type", "title", "editions", "provenance"}
    assert {name for name, field in fields.items() if "min" in field} == {"editions", "provenance"}
    assert not any(text["required"] for text in fields["title"]["fields"])


def test_a_form_in_a_language_that_the_site_has_not_shows_the_sites_labels(small_catalogue: Catalogue) -> None:
    site = replace(small_catalogue, order=("ru", "ko"))
    fields = {field["name"]: field for field in collections(told(site, "kk"))["knowledge-products"]["fields"]}
    assert fields["themes"]["display_fields"] == ["terms.*.label.ru"]
    assert fields["themes"]["label"] == "Тақырыптар"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_speaks_its_languages(small_catalogue: Catalogue, language: str) -> None:
    made = told(small_catalogue, language)
    title = next(field for field in collections(made)["knowledge-products"]["fields"] if field["name"] == "title")
    assert title["label"] == {"en": "Title", "ru": "Название", "kk": "Атауы"}[language]
    assert [field["name"] for field in title["fields"]][:4] == list(small_catalogue.languages)


@pytest.mark.costly
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_word_of_the_form_is_missing_or_left_over(language: str, tmp_path: Path) -> None:
    said = translations(LOCALES, language, "form")
    # DOI, ISBN and their like are the same in every language.
    same = {message for message in words() if said.gettext(message) == message}
    assert same <= {"ARK", "DOI", "Handle", "ISBN", "ISNI", "ISSN", "ORCID", "ROR", "SHA-256", "URN", "VIAF"}
    for each in LANGUAGES[1:]:
        messages.path(tmp_path, each).parent.mkdir(parents=True)
        messages.path(tmp_path, each).write_bytes(messages.path(LOCALES, each).read_bytes())
    assert messages.update(tmp_path)[language] == 0
    assert messages.path(tmp_path, language).read_bytes() == messages.path(LOCALES, language).read_bytes(), (
        "scripts/words brings the form's words up to date"
    )
