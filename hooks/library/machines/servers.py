"""The same headers and types for hosts that one runs oneself: snippets for nginx, Caddy and Apache.

Here every file but the staff's form gets the strict policy of pages as a header too, and the form its own, which names
the forge that it works with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from library.citations.formats import FORMATS, ExportFormat
from library.machines.hosting import EVERYWHERE, Rule, rules
from library.press import policy
from library.press.addresses import Site
from library.press.output import OutputFile

NGINX = "hosting/nginx.conf"
CADDY = "hosting/Caddyfile"
APACHE = "hosting/apache.conf"

ADMIN = "admin/"
"""Where the staff's form lies."""

_FRAMES = "frame-ancestors 'none'"
_POLICY = "Content-Security-Policy"

PAGES = {**EVERYWHERE, _POLICY: f"{policy.PAGES}; {_FRAMES}"}
"""Of everything but the form."""


def of_form(form_policy: str) -> dict[str, str]:
    """Headers of the form; without a policy of its own it has those of pages."""
    return {**PAGES, **({_POLICY: f"{form_policy}; {_FRAMES}"} if form_policy else {})}


def folder_of(site: Site) -> str:
    """The site's path on its host, with slashes at both ends."""
    return urlsplit(site.url).path or "/"


def files(site: Site, form_policy: str = "", formats: Sequence[ExportFormat] = FORMATS) -> Iterator[OutputFile]:
    yield nginx(site, form_policy, formats)
    yield caddy(site, form_policy, formats)
    yield apache(site, form_policy, formats)


# -- nginx -----------------------------------------------------------------------------------------


def nginx(site: Site, form_policy: str = "", formats: Sequence[ExportFormat] = FORMATS) -> OutputFile:
    """A snippet for a ``server`` block that has its root already."""
    folder = folder_of(site)
    lines = [
        "# Written with the site: what each file is. Inside the server block that has its root:",
        "#     include /srv/library/hosting/nginx.conf;",
        "charset utf-8;",
        "charset_types text/css text/plain text/csv text/xml application/javascript;",
        "index index.html;",
        *_add_headers(PAGES.items()),
        # By the address that was asked for, whichever location answers it.
        f"set $missing {folder}404.html;",
    ]
    lines += [
        f'if ($request_uri ~ "^{re.escape(folder + prefix)}") {{ set $missing {folder}{prefix}404.html; }}'
        for language in site.languages
        if (prefix := site.prefix(language))
    ]
    lines.append("error_page 404 $missing;")
    if form_policy:
        lines += [f"location ^~ {folder}{ADMIN} {{", *(f"    {line}" for line in _add_headers(of_form(form_policy).items())), "}"]
    for rule in rules(site, formats):
        lines.append(f'location ~ "^{re.escape(folder)}{rule.pattern}$" {{')
        if rule.media_type:
            lines += ["    types { }", f'    default_type "{rule.media_type}";', "    charset off;"]
        own = _own(rule)
        if own:  # add_header in a location undoes those of the server block
            lines += [f"    {line}" for line in _add_headers([*PAGES.items(), *own])]
        lines.append("}")
    return OutputFile(NGINX, "\n".join(lines) + "\n")


def _add_headers(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [f'add_header {name} "{value}" always;' for name, value in pairs]


def _own(rule: Rule) -> list[tuple[str, str]]:
    return [pair for pair in rule.headers if pair[0] != "Content-Type"]


# -- Caddy -----------------------------------------------------------------------------------------


def caddy(site: Site, form_policy: str = "", formats: Sequence[ExportFormat] = FORMATS) -> OutputFile:
    """A snippet for a site block that has its ``root`` already."""
    folder = folder_of(site)
    admin = f"{folder}{ADMIN}*"
    lines = [
        "# Written with the site: what each file is. Inside the site block that has its root:",
        "#     import /srv/library/hosting/Caddyfile",
        "encode gzip",
        f"@pages not path {admin}",
        *_block("header @pages", PAGES),
        f"@form path {admin}",
        *_block("header @form", of_form(form_policy)),
        "route {",
    ]
    # The last that matches holds here, so what is to hold comes last.
    for number, rule in reversed(list(enumerate(rules(site, formats)))):
        lines.append(f"\t@type{number} path_regexp ^{re.escape(folder)}{rule.pattern}$")
        lines += [f"\theader @type{number} {name} {_quoted(value)}" for name, value in rule.headers]
    lines += ["\tfile_server", "}", "handle_errors {", "\troute {"]
    others = [f"{folder}{prefix}*" for language in site.languages if (prefix := site.prefix(language))]
    for number, language in enumerate(site.languages):
        if prefix := site.prefix(language):
            lines += [f"\t\t@missing{number} path {folder}{prefix}*", f"\t\trewrite @missing{number} {folder}{prefix}404.html"]
    default = f"not path {' '.join(others)}" if others else "path *"
    lines += [f"\t\t@missing {default}", f"\t\trewrite @missing {folder}404.html", "\t\tfile_server", "\t}", "}"]
    return OutputFile(CADDY, "\n".join(lines) + "\n")


def _block(head: str, pairs: Mapping[str, str]) -> list[str]:
    return [f"{head} {{", *(f"\t{name} {_quoted(value)}" for name, value in pairs.items()), "}"]


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


# -- Apache ----------------------------------------------------------------------------------------


def apache(site: Site, form_policy: str = "", formats: Sequence[ExportFormat] = FORMATS) -> OutputFile:
    """A snippet for a ``VirtualHost`` that has its ``DocumentRoot`` already; it wants the module ``headers``."""
    folder = folder_of(site)
    lines = [
        "# Written with the site: what each file is. Inside the VirtualHost that has its DocumentRoot:",
        "#     Include /srv/library/hosting/apache.conf",
        "AddDefaultCharset utf-8",
        # The line above knows plain text and HTML alone.
        "AddCharset utf-8 .css .js .csv .txt",
        "DirectoryIndex index.html",
        f"ErrorDocument 404 {folder}404.html",
        *_set_headers(PAGES),
    ]
    for language in site.languages:
        if prefix := site.prefix(language):
            lines += [f'<Location "{folder}{prefix}">', f"    ErrorDocument 404 {folder}{prefix}404.html", "</Location>"]
    if form_policy:
        lines += [f'<Location "{folder}{ADMIN}">', *(f"    {line}" for line in _set_headers(of_form(form_policy))), "</Location>"]
    # The last that matches holds.
    for rule in reversed(rules(site, formats)):
        lines.append(f'<LocationMatch "^{re.escape(folder)}{rule.pattern}$">')
        if rule.media_type:
            lines.append(f'    ForceType "{rule.media_type}"')
        lines += [f"    {line}" for line in _set_headers(dict(_own(rule)))]
        lines.append("</LocationMatch>")
    return OutputFile(APACHE, "\n".join(lines) + "\n")


def _set_headers(pairs: Mapping[str, str]) -> list[str]:
    return [f"Header always set {name} {_quoted(value)}" for name, value in pairs.items()]
