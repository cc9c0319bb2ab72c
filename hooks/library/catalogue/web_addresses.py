"""Addresses on the web as records have them: what a reader sees is where a browser goes."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from library.catalogue.visible import alphabet_of, looks_foreign, told

LENGTH = 2_000
"""Letters; some browsers and many servers take no more (RFC 9110, 4.1, asks for 8,000 at least of the line as a whole)."""

_FORM = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?\Z")
_FORBIDDEN = re.compile(r'[<>"\s\\^`{|}]|%(?:[01][0-9A-Fa-f]|7[Ff])')


def fault(text: str) -> tuple[str, str]:
    """What is wrong with an address, and what to do; two empty texts where it is sound."""
    if not _FORM.match(text) or _FORBIDDEN.search(text):
        return "is not a web address", "it begins with https:// or http:// and has no spaces, quotes or angle brackets"
    if len(text) > LENGTH:
        return f"has {len(text):,} letters", f"an address has at most {LENGTH:,}; look for a shorter one that leads to the same page"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        return f"is not a web address: {error}", "copy it anew from the browser's address bar"
    if "@" in parts.netloc:
        return "has a name or password before its host", "readers would take it for another host: leave out what stands before @"
    if port == 0:
        return "has no port that there is", "leave the port out, or copy the address anew"
    return _host(host)


def _host(host: str) -> tuple[str, str]:
    labels = host.rstrip(".").split(".")
    foreign = next((label for label in labels if len({alphabet_of(letter) for letter in label} - {""}) > 1), "")
    latin = any(alphabet_of(letter) == "Latin" for label in labels for letter in label)
    alike = next((label for label in labels if latin and looks_foreign(label)), "")
    if found := foreign or alike:
        letter = next(letter for letter in found if alphabet_of(letter) not in ("", "Latin"))
        return f"has a letter of another alphabet in its host: {told(letter)}", "type the host anew; a host in one alphabet alone is right"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return (
            ("", "") if address.is_global else ("leads to the reader's own machine or network", "write an address that everybody can reach")
        )
    try:
        host.encode("idna")
        wrong = next(
            (letter for letter in host if not (letter.isalnum() or letter in ".-_" or alphabet_of(letter)) and letter.isascii()), ""
        )
    except UnicodeError:
        return "has a host that no register knows: a part of it is empty or too long", "copy it anew from the browser's address bar"
    return (f"has a sign in its host that no host has: {told(wrong)}", "copy it anew from the browser's address bar") if wrong else ("", "")
