"""Which edition a page offers to cite where there is none in its language: the setting, and what is told of a wrong one."""

from __future__ import annotations

from typing import Any

import pytest
from catalogues import ROOT, SMALL
from library.catalogue.catalogue import Catalogue
from library.citations.citing import Citing
from library.citations.instead import checked, unknown
from library.doorway import Refused, catalogue_of, settings
from library.press.addresses import Site

LANGUAGES = ("en", "ru", "kk", "ko")
SITE = Site("https://library.example.org/", LANGUAGES, dict.fromkeys(LANGUAGES, "Library"), dict.fromkeys(LANGUAGES, "x"))
OF_THE_LIBRARY = {"ru": ("en", "kk"), "kk": ("ru", "en"), "ko": ("en", "ru")}

TABLE = [
    (("ru", "en"), ("en", "ru", "ru", "en")),
    (("ru", "en", "kk"), ("en", "ru", "kk", "en")),
    (("ru", "en", "ko"), ("en", "ru", "ru", "ko")),
    (("en", "ru"), ("en", "ru", "ru", "en")),
    (("en", "kk"), ("en", "en", "kk", "en")),
    (("ru", "kk"), ("ru", "ru", "kk", "ru")),
    (("de",), ("de", "de", "de", "de")),
]
"""Languages of editions in the record's order, and those of the editions that the English, Russian, Kazakh and Korean page offer."""


def read(extra: Any) -> Any:
    return settings(SITE, ROOT, ROOT / "overrides", {"catalogue": str(SMALL), **extra}, "")


@pytest.mark.parametrize(("held", "taken"), TABLE)
def test_readers_are_offered_the_edition_that_they_would_read(
    small_catalogue: Catalogue, held: tuple[str, ...], taken: tuple[str, ...]
) -> None:
    placed = small_catalogue.works["long-title"]
    first = placed.work.editions[0]
    editions = tuple(first.model_copy(update={"language": tag, "translation_of": None}) for tag in held)
    turned = type(placed)(placed.work.model_copy(update={"editions": editions}), placed.record)
    citing = Citing(small_catalogue, SITE.url, OF_THE_LIBRARY)
    assert tuple(held[citing.offered(turned, language)] for language in LANGUAGES) == taken


def test_no_page_cites_another_language_than_its_own_where_it_need_not(kept_catalogue: Catalogue) -> None:
    citing = Citing(kept_catalogue, SITE.url, OF_THE_LIBRARY)
    for placed in kept_catalogue.works.values():
        held = [edition.language for edition in placed.work.editions]
        for language in LANGUAGES:
            wanted = [tag for tag in (language, *OF_THE_LIBRARY.get(language, ())) if tag in held]
            assert not wanted or held[citing.offered(placed, language)] == wanted[0]


def test_a_korean_page_cites_the_english_edition_and_not_the_russian(kept_catalogue: Catalogue) -> None:
    placed = kept_catalogue.works["civil-service-development-trends-executive-summary"]
    assert placed.work.editions[0].language == "ru"
    citing = Citing(kept_catalogue, SITE.url, OF_THE_LIBRARY)
    assert citing.of_work(placed)[citing.offered(placed, "ko")].language == "en"


def test_without_the_setting_the_record_decides() -> None:
    assert read({}).editions_instead == {}
    assert read({"editions_instead": {"ko": ["en", "ru"]}}).editions_instead == {"ko": ("en", "ru")}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (["en", "ru"], "wants a list of languages for each language of the site"),
        ("en", "wants a list of languages for each language of the site"),
        ({"de": ["en"]}, "de: is no language of the site; write one of en, ru, kk, ko"),
        ({False: ["en"]}, "False: is no language of the site"),
        ({"ko": "en"}, "ko: wants a list of languages"),
        ({"ko": {"en": 1}}, "ko: wants a list of languages"),
        ({"ko": ["en", False]}, "ko: wants a list of languages"),
        ({"ko": ["en", "ko"]}, "ko: names ko itself"),
        ({"ko": ["en", "ru", "en"]}, "ko: names en twice; keep the first"),
    ],
)
def test_a_wrong_order_is_refused_by_its_name_and_with_the_remedy(written: Any, told: str) -> None:
    with pytest.raises(Refused) as refused:
        read({"editions_instead": written})
    assert str(refused.value).startswith("mkdocs.yml: extra: editions_instead:")
    assert told in str(refused.value)


def test_a_language_that_no_edition_can_have_is_refused() -> None:
    with pytest.raises(Refused, match=r'mkdocs.yml: extra: editions_instead: ko: names "eng", which is no language of vocabularies'):
        catalogue_of(read({"editions_instead": {"ko": ["eng"]}}))
    assert unknown(checked({"ko": ["en"]}, LANGUAGES), {"en"}) == ""
