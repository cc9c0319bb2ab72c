"""Templates as this program compiles them print what Jinja itself prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from library.pages.compiled import CompiledTemplates, QuickEnvironment
from markupsafe import Markup

TEMPLATES = {
    "macros.html": """
        {% macro item(root, text, end="/") %}<a href="{{ root }}{{ end }}">{{ text }}</a>{{ caller() if caller is defined }}{% endmacro %}
        {% macro all(root, items) %}{% for each in items %}{{ loop.index }}{{ item(root, each) }}{% endfor %}{% endmacro %}
    """,
    "part.html": "{% for each in items %}{{ each }}{{ named }}{% endfor %}",
    "page.html": """
        {% from "macros.html" import item, all %}
        {{ all(root, items) }}{{ item("<x>", marked, end="&") }}{% call item(root, 1) %}<b>{{ plain }}</b>{% endcall %}
        {% include "part.html" %}{% for each in items %}{{ item(root, each | upper) }}{{ seen() }}{% endfor %}
        {% set whose %}{{ plain }}{% endset %}{{ whose }}{{ {"a": plain}.a }}{{ none }}{{ 1.5 }}
    """,
}
VALUES = {"items": ["a", "<b>", Markup("<i>c</i>")], "marked": Markup("<em>"), "plain": "\"'<&>", "named": "Ә"}


@pass_context
def _seen(context: object) -> str:
    return f"<{type(context).__name__ != ''}>"


def _printed(environment: Environment) -> list[str]:
    environment.globals.update(root="/<root>", seen=_seen)
    return [environment.get_template("page.html").render(VALUES) for _ in range(2)]


def test_they_print_what_jinja_prints() -> None:
    settings = {"loader": DictLoader(TEMPLATES), "autoescape": True, "undefined": StrictUndefined}
    assert _printed(QuickEnvironment(**settings)) == _printed(Environment(**settings))  # type: ignore[arg-type]


def test_an_unknown_name_is_an_error() -> None:
    environment = QuickEnvironment(loader=DictLoader({"a.html": "{{ a.b }}"}), autoescape=True, undefined=StrictUndefined)
    with pytest.raises(UndefinedError):
        environment.get_template("a.html").render(a={})


def test_what_one_checkout_compiled_another_finds(tmp_path: Path) -> None:
    cache = CompiledTemplates(str(tmp_path))
    assert cache.get_cache_key("a.html", "/here/a.html") == cache.get_cache_key("a.html", "/there/a.html")
