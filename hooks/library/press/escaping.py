"""Text as HTML: the letters that would be markup as references, in a plain text.

``markupsafe.escape`` gives the same in a wrapper that says what it is, which costs more than the
escaping. Only where what comes in is plain text, and what goes out is put into markup, is this the one to call.
"""

from __future__ import annotations

from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]  # what ``escape`` calls

__all__ = ["escaped"]
