"""Hosts' configuration: both forms give every file the type that it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from library.catalogue.catalogue import Catalogue
from library.citations.formats import FORMATS
from library.machines.feeds import MEDIA_TYPE
from library.machines.hosting import EVERYWHERE, headers
from library.machines.servers import nginx

TYPES = {
    "feed.xml": MEDIA_TYPE,
    "ru/feed.xml": MEDIA_TYPE,
    "kk/themes/pay/feed.xml": MEDIA_TYPE,
    "journal/feed.xml": MEDIA_TYPE,
    "opds/index.xml": "application/atom+xml;profile=opds-catalog",
    "ko/opds/themes/pay.xml": "application/atom+xml;profile=opds-catalog",
    "api/v1/works.json": "application/json",
    "api/v1/works-2.json": "application/json",
    "api/v1/works/held-book.json": "application/json",
    "api/v1/schema/work.json": "application/json",
    "api/v1/works.csv": "text/csv",
    "publications/held-book/linkset.json": "application/linkset+json",
    "journal/1/a/linkset.json": "application/linkset+json",
    "publications/held-book/held-book.datacite.xml": "application/vnd.datacite.datacite+xml",
    ".well-known/resourcesync": "application/xml",
    "resourcesync/resourcelist-1.xml": "application/xml",
    "sitemap.xml": "application/xml",
    "sitemap-ru-2.xml": "application/xml",
    "exports/manifest.json": "application/json",
}


def parsed_headers(text: str) -> dict[str, dict[str, str]]:
    """Headers by path pattern, of a file in which no pattern comes twice."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            assert line not in found
            current = found[line] = {}
        elif line and not line.startswith("#"):
            name, value = line.strip().split(": ", 1)
            assert line.startswith("  ")
            current[name] = value
    return found


def sent(rules: dict[str, dict[str, str]], path: str) -> dict[str, str]:
    """What a host sends: values of every pattern that matches, put together with commas as Cloudflare and Netlify do."""
    found: dict[str, list[str]] = {}
    for glob, pairs in rules.items():
        pattern = "".join(
            ".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part) for part in re.split(r"(\*|:[a-z]+)", glob)
        )
        if re.fullmatch(pattern, path):
            for name, value in pairs.items():
                found.setdefault(name, []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}


def locations(text: str) -> list[tuple[str, list[str]]]:
    """Pattern and directives of each location that is a regular expression, in order; the braces must match."""
    assert text.count("{") - text.count("{8,}") == text.count("}") - text.count("{8,}")
    return [
        (found[1], [line.strip() for line in found[2].splitlines() if line.strip()])
        for found in re.finditer(r'^location ~ "([^"]+)" \{\n(.*?)^\}$', text, re.MULTILINE | re.DOTALL)
    ]


def nginx_type(text: str, path: str) -> str:
    for pattern, directives in locations(text):
        if re.search(pattern, path):
            return next((line.split('"')[1] for line in directives if line.startswith("default_type")), "")
    return ""


def bare(media_type: str) -> str:
    return media_type.removesuffix("; charset=utf-8")


@pytest.mark.parametrize(("path", "media_type"), TYPES.items())
def test_both_forms_give_the_type_of_a_file(small: Any, path: str, media_type: str) -> None:
    assert bare(nginx_type(nginx(small.site).text, f"/{path}")) == media_type
    assert bare(sent(parsed_headers(headers(small.site).text), f"/{path}")["Content-Type"]) == media_type


@pytest.mark.parametrize("path", ["/oai.xml", "/journal/10/crossref.xml", "/index.html", "/publications/held-book/held-book.en.pdf"])
def test_files_whose_type_every_host_knows_or_that_the_site_has_not_have_no_rule(small: Any, path: str) -> None:
    assert nginx_type(nginx(small.site).text, path) == ""
    assert "Content-Type" not in sent(parsed_headers(headers(small.site).text), path)
    assert "oai" not in nginx(small.site).text + headers(small.site).text


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.ending)
def test_every_export_has_the_type_of_its_format(small: Any, format_: Any) -> None:
    rules, conf = parsed_headers(headers(small.site).text), nginx(small.site).text
    for path in (
        "/publications/a/a",
        "/publications/a/a.ru",
        "/journal/1/a/a",
        "/themes/pay/works",
        "/journal/works-2",
        "/journal/10/works",
        "/exports/library-2",
        "/years/2020/works",
    ):
        file = f"{path}.{format_.ending}"
        assert bare(nginx_type(conf, file)) == format_.media_type
        # Where a name can be another file's as well, the host's own type stands.
        assert bare(sent(rules, file).get("Content-Type", format_.media_type)) == format_.media_type
        if "/works" in path or "/library" in path or format_.ending not in ("json", "csv", "xml"):
            assert "Content-Type" in sent(rules, file)


def test_no_file_of_the_site_is_sent_two_values(small: Any) -> None:
    rules = parsed_headers(headers(small.site).text)
    paths = [
        f"/{path}" for language in small.catalogue.languages for files in (small.feeds(language), small.opds(language)) for path in files
    ]
    paths += [f"/{path}" for path in [*small.api_files, *TYPES]]
    paths += [
        f"/{folder}.{format_.ending}"
        for format_ in FORMATS
        for folder in (
            "publications/a/a",
            "themes/pay/works",
            "journal/works",
            "journal/10/works",
            "journal/articles/works/works",
            "exports/library-2",
            "people/works/works",
        )
    ]
    for path in paths:
        assert [value for value in sent(rules, path).values() if value.count(", ")] == [], path


def test_every_file_has_the_headers_of_all(small: Any) -> None:
    rules = parsed_headers(headers(small.site).text)
    for path in ("/", "/ru/", "/publications/held-book/", "/feed.xml", "/api/v1/index.json"):
        assert EVERYWHERE.items() <= sent(rules, path).items()
    # nginx forgets the headers of the server in a location that has its own.
    added = [sum(line.startswith("add_header") for line in directives) for _, directives in locations(nginx(small.site).text)]
    assert set(added) == {0, len(EVERYWHERE) + 1}


def test_scripts_of_other_sites_may_read_data(small: Any) -> None:
    rules = parsed_headers(headers(small.site).text)
    for path in ("/api/v1/works.json", "/publications/a/a.bib", "/publications/a/a.json", "/exports/library.json", "/feed.xml"):
        assert sent(rules, path)["Access-Control-Allow-Origin"] == "*"
    assert 'add_header Access-Control-Allow-Origin "*" always;' in nginx(small.site).text


def test_only_files_with_a_hash_in_their_name_are_kept_for_ever(small: Any) -> None:
    rules = parsed_headers(headers(small.site).text)
    assert "immutable" in sent(rules, "/assets/stylesheets/main.618322db.min.css")["Cache-Control"]
    assert "Cache-Control" not in sent(rules, "/assets/stylesheets/site.css")


def test_rules_are_ones_that_hosts_take(small: Any) -> None:
    """Cloudflare takes 100 rules with one asterisk each and lines of 2,000 characters (its documentation of _headers)."""
    rules = parsed_headers(headers(small.site).text)
    assert len(rules) <= 100
    assert [glob for glob in rules if glob.count("*") > 1] == []
    assert max(map(len, headers(small.site).text.splitlines())) <= 2_000


def test_a_site_below_its_host_has_its_own_paths(small: Any, harvest_of: Callable[..., Any]) -> None:
    site = harvest_of(small.catalogue, "https://example.org/my-library/").site
    assert all(glob.startswith("/my-library/") for glob in parsed_headers(headers(site).text))
    assert bare(nginx_type(nginx(site).text, "/my-library/ru/feed.xml")) == MEDIA_TYPE
    assert nginx_type(nginx(site).text, "/feed.xml") == ""


def test_missing_pages_are_in_the_language_of_the_address(small: Any, small_catalogue: Catalogue) -> None:
    conf = nginx(small.site).text
    assert "set $missing /404.html;" in conf and "error_page 404 $missing;" in conf
    for language in small_catalogue.languages[1:]:
        assert f'if ($request_uri ~ "^/{language}/") {{ set $missing /{language}/404.html; }}' in conf
