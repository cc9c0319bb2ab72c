"""What pages may load and do: scripts, styles and fonts of the site itself, and nothing that stands in a page's own text.

The policy stands in each page, so that it holds on hosts without headers and in what a worker keeps; what only a
header can say is in ``machines.hosting``. See https://www.w3.org/TR/CSP3/ and https://www.w3.org/TR/trusted-types/.
"""

from __future__ import annotations

PAGES = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
    )
)
"""Of every page that the templates make. Pictures as data stand in stylesheets."""

ELEMENT = f'<meta http-equiv="Content-Security-Policy" content="{PAGES}">'
"""As it stands in a page."""


def without(html: str) -> str:
    """A page for a folder on a disk: browsers differ on which files are of the page's own origin there."""
    return html.replace(ELEMENT, "", 1)
