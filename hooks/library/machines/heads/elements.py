"""Elements of a page's head. Everything from outside is escaped here, and only here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from library.press.compact_json import compact
from library.press.escaping import escaped

_UNSAFE = re.compile("[<>&\u2028\u2029]")


def meta(name: str, content: str, language: str = "") -> str:
    """``<meta name="…" content="…">``; nothing where there is no content. ``name`` is ours, so not escaped."""
    if not content:
        return ""
    tag = f' lang="{escaped(language)}"' if language else ""
    return f'<meta name="{name}"{tag} content="{escaped(content)}">\n'


def metas(name: str, contents: Iterable[str], language: str = "") -> str:
    """One element for each content, in order."""
    return "".join([meta(name, content, language) for content in contents])


def property_(name: str, content: str) -> str:
    """``<meta property="…" content="…">``, as OpenGraph has it; nothing where there is no content."""
    return f'<meta property="{name}" content="{escaped(content)}">\n' if content else ""


def link(rel: str, href: str, media_type: str = "") -> str:
    """``<link rel="…" href="…" type="…">``."""
    kind = f' type="{escaped(media_type)}"' if media_type else ""
    return f'<link rel="{rel}" href="{escaped(href)}"{kind}>\n'


def in_script(value: Any) -> str:
    """JSON on one line that stays inside a script element, and inside a JavaScript string.

    ``</script>`` or ``<!--`` within a text would end the element or change how the rest of
    it is read (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements);
    outside strings JSON holds none of these characters.
    """
    text = compact(value)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
