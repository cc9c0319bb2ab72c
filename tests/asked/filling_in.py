"""What the host makes of a form that somebody fills in."""

from __future__ import annotations

from collections.abc import Callable

from library.asked.forms import Asked, Form

ADDRESS = "https://github.com/example/library/issues/7"

Fill = Callable[..., Asked]


def body_of(form: Form, answers: dict[str, str]) -> str:
    """The text of the issue."""
    return "\n\n".join(f"### {question}\n\n{answers.get(name) or '_No response_'}" for name, question in form.questions)
