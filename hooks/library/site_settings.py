"""Settings of a site, checked as records are: each fault in a line that names the setting and the remedy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from library.catalogue.problems import part
from library.catalogue.visible import shown

EPOCHS = range(315_532_800, 4_354_819_200)
"""Seconds from 1970 on, of the years 1980 to 2107: a zip can hold no other times."""

_SAFE_PATH = re.compile(r"(?:/(?:[A-Za-z0-9._~!*'()@&=+,-]|%[0-9A-Fa-f]{2})+)*/?\Z")
"""What may stand in the path of a site: it is printed in links, headers and configurations of hosts as it is."""

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\Z|\[[0-9a-f:.]+\]\Z")
_TAG = re.compile(r"tag:(?:[a-z0-9._-]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)+,[0-9]{4}(?:-[0-9]{2}){0,2}:(?:[A-Za-z0-9._~-]+[/:])*\Z")
"""RFC 4151: who may give such names, since when, and what they begin with."""

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\Z")
_DOI = re.compile(r"10\.[0-9]{4,9}/[!-~]{1,200}\Z")


def faults(site_url: Any, repository: Any, extra: Mapping[str, Any], project: Path) -> list[str]:
    """What is wrong with the settings, a line each; empty where nothing is."""
    return [
        *(shown(part(f"mkdocs.yml: {said}")) for said in _in_file(site_url, repository, extra, project)),
        *(shown(part(f"environment: {said}")) for said in _epoch(os.environ.get("SOURCE_DATE_EPOCH"))),
    ]


def _in_file(site_url: Any, repository: Any, extra: Mapping[str, Any], project: Path) -> Iterator[str]:
    yield from _address("site_url (SITE_URL)", site_url, "https://library.example.org/")
    if repository:
        yield from _address("repo_url (REPOSITORY_URL)", repository, "https://github.com/owner/library")
    yield from _authority(extra.get("authority"))
    yield from _catalogue(extra.get("catalogue", "catalogue"), project)
    email = extra.get("deposit_email")
    if email is not None and not (isinstance(email, str) and _EMAIL.match(email)):
        yield part(f'extra: deposit_email: "{email}" is no address of mail; write one, as in library@example.org, or leave the line out')
    policy = extra.get("crossmark_policy")
    if policy is not None and not (isinstance(policy, str) and _DOI.match(policy)):
        yield part(f'extra: crossmark_policy: "{policy}" is not a DOI; write the bare DOI of the policy, or leave the line out')
    yield from _asking(extra.get("ask_for_copies"))
    for name in ("offline_zip", "datacite_editions"):
        if name in extra and not isinstance(extra[name], bool):
            yield part(f'extra: {name}: "{extra[name]}" is neither true nor false; write one of these, without quotes')
    if "edit_records" in extra and not (
        isinstance(extra["edit_records"], str) and re.fullmatch(r"[\w./-]*/", extra["edit_records"], re.ASCII)
    ):
        yield part(f'extra: edit_records: "{extra["edit_records"]}" is no path with a slash at its end; write it as in edit/main/')


def _asking(value: Any) -> Iterator[str]:
    """Where readers ask for copies: an address of mail or of a page, which pages link to as it is."""
    if value is None or (isinstance(value, str) and _EMAIL.match(value)):
        return
    if not (isinstance(value, str) and value.isprintable() and re.match(r"https?://[^\s@/]+(/\S*)?\Z", value)):
        yield part(
            f'extra: ask_for_copies: "{value}" is neither an address of mail nor of a web page; write one, '
            "as in library@example.org or https://example.org/contact, or leave the line out"
        )


def _address(named: str, value: Any, example: str) -> Iterator[str]:
    setting, sample = str(named), str(example)
    if not isinstance(value, str) or not value:
        yield part(f"{setting} is missing; links to other languages and citations need the site's address, as in {sample}")
        return
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        yield part(f'{setting}: "{value}" is not a web address ({error}); write it as in {sample}')
        return
    if parts.scheme not in ("http", "https") or not host:
        yield part(f'{setting}: "{value}" is not a web address; write it with https:// and its host, as in {sample}')
    elif parts.query or parts.fragment or value.endswith(("?", "#")):
        yield part(f'{setting}: "{value}" has a query or a fragment, behind which no page can stand; strike it from ? or # on')
    elif "@" in parts.netloc:
        yield part(f'{setting}: "{value}" has a name or password before its host, which every page would print; strike it')
    elif re.search(r"[\t\r\n]", value):  # which urlsplit leaves out without a word
        yield part(f'{setting}: "{value}" has a line break or a tab in it; write it as in {sample}')
    elif wanted := str(_one_form(parts.scheme, host, port, parts.path, parts.netloc)):
        yield part(f'{setting}: "{value}" is not in the one form that all links have; write {wanted}')
    elif not (_HOST.match(host) or _HOST.match(f"[{host}]")) or not _SAFE_PATH.match(parts.path):
        yield part(f'{setting}: "{value}" has a sign in it that no address may have; write it as in {sample}')


def _authority(value: Any) -> Iterator[str]:
    """What the names of things begin with, however often the site moves."""
    if value is None:
        return
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        found = list(_address("extra: authority", value, "https://library.example.org/"))
        yield from found
        if not (found or value.endswith("/")):
            yield part(f'extra: authority: "{value}" has no slash at its end; write {value}/')
    elif not (isinstance(value, str) and _TAG.match(value)):
        yield part(
            f'extra: authority: "{value}" is neither an address nor a tag; write https://library.example.org/ or '
            "tag:library.example.org,2026:, with a host that was yours in that year"
        )


def _one_form(scheme: str, host: str, port: int | None, path: str, netloc: str) -> str:
    """The address as it should be written, where that is another; empty where it is so already, or cannot be told."""
    try:
        plain = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        return ""
    usual = {"http": 80, "https": 443}[scheme]
    bracketed = f"[{plain}]" if ":" in plain else plain
    where = bracketed + (f":{port}" if port and port != usual else "")
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in (".", ""):
            steps.append(quote(step, safe="%!*'()@&=+,~"))
    made = "".join(f"/{step}" for step in steps)
    asked = path.rstrip("/")
    return f"{scheme}://{where}{made}/" if (where, made) != (netloc, asked) and _SAFE_PATH.match(made) and _HOST.match(bracketed) else ""


def _catalogue(value: Any, project: Path) -> Iterator[str]:
    remedy = "write the name of the folder of the records, as in catalogue"
    if not isinstance(value, str) or not value.strip():
        yield part(f'extra: catalogue: "{value}" is no name of a folder; {remedy}')
        return
    folder = project / value
    if not folder.is_dir():
        yield part(f'extra: catalogue: there is no folder "{value}"; {remedy}')
    elif project.resolve().is_relative_to(folder.resolve()):
        yield part(f'extra: catalogue: "{value}" is the project itself or a folder above it; {remedy}')


def _epoch(value: str | None) -> Iterator[str]:
    if value is None or value == "":
        return
    if not re.fullmatch("[0-9]{1,11}", value) or int(value) not in EPOCHS:
        yield part(
            f'SOURCE_DATE_EPOCH: "{value}" is no number of seconds between {EPOCHS[0]} (1980) and {EPOCHS[-1]} (2107); '
            "unset it, or take the time of the last commit: git log -1 --format=%ct"
        )
