"""The policy that stands in every page, but for what is opened from a folder."""

from __future__ import annotations

from catalogues import ROOT, SMALL
from jinja2 import Environment
from library.citations.library import Settings
from library.doorway import equip
from library.press import policy
from library.press.addresses import Site
from library.words.translations import Words

SITE = Site("https://library.example.org/", ("en",), {"en": "Library"}, {"en": "English"})
SETTINGS = Settings(site=SITE, catalogue=SMALL, overrides=ROOT / "overrides")


def test_the_policy_allows_nothing_but_the_site_s_own() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy.PAGES.split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == "'none'"
    assert rules.pop("require-trusted-types-for") == "'script'"
    assert rules.pop("img-src") == "'self' data:"
    assert set(rules.values()) == {"'self'"}


def test_a_page_for_a_folder_has_no_policy() -> None:
    page = f'<head><meta charset="utf-8">{policy.ELEMENT}<title>A</title></head>'
    assert policy.without(page) == '<head><meta charset="utf-8"><title>A</title></head>'


def test_a_server_that_puts_scripts_into_pages_gets_none() -> None:
    for strict in (True, False):
        env = Environment()
        equip(env, Words("en", ROOT / "overrides" / "locales"), SETTINGS, strict=strict)
        assert (policy.ELEMENT in env.from_string("{{ library.policy | e }}").render()) is strict
