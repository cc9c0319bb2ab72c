"""What TeX would print of a value in a BibTeX file."""

from __future__ import annotations

import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text

from library.importing.texts import plain

_COMMAND = re.compile(r"[\\$]")
_SIGNS = {r"\textasciicircum{}": ("\ue05e", "^"), r"\textbraceleft{}": ("\ue07b", "{"), r"\textbraceright{}": ("\ue07d", "}")}
"""Commands for signs of which the converter makes another or nothing, what stands for them meanwhile, and the signs."""
_TIES = re.compile(r"(?<!\\)~")
_SHORT = {"---": "—", "--": "–", "``": "“", "''": "”", '"=': "-", '"---': "—", '"--': "–", "<<": "«", ">>": "»"}
_SHORTS = re.compile("|".join(re.escape(short) for short in sorted(_SHORT, key=len, reverse=True)))


def untex(value: str, address: bool = False) -> str:
    """The text without braces and commands. ``address``: of the commands only those that escape a letter are undone."""
    if not value:
        return ""
    if address:
        return re.sub(r"\\([%&#_~{}$])", r"\1", re.sub(r"^\\url\{(.*)\}$", r"\1", value.strip())).strip("{}").strip()
    value = _TIES.sub(" ", value)
    if _COMMAND.search(value):
        value = _commands(value)
    else:
        value = _SHORTS.sub(lambda found: _SHORT[found[0]], value.replace("{", "").replace("}", ""))
    return plain(value)


def _commands(value: str) -> str:
    try:
        value = re.sub(r"(?<!\\)([&%])", r"\\\1", value)  # what stands for itself in most files, whatever TeX makes of it
        for command, (meanwhile, _) in _SIGNS.items():
            value = value.replace(command, meanwhile)
        found = str(_converter().latex_to_text(value))
        for meanwhile, sign in _SIGNS.values():
            found = found.replace(meanwhile, sign)
        return found
    except Exception:  # TeX that it cannot follow ends it in many ways: the bare words are kept
        return re.sub(r"\\[A-Za-z]+\s*|[\\{}$]", "", value)


@cache
def _converter() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="text", keep_comments=True, strict_latex_spaces="except-in-equations")
