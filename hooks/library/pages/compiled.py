"""Jinja as our templates need it: what it asks at every text, call and page, though the answer is always the same, is settled once.

What is printed is what Jinja itself would print; a test renders templates by both.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, Template
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from library.press.escaping import escaped


def _as_text(value: object) -> str:
    """A value as HTML, without the wrapper that says so: what a template prints is joined into one text and wrapped once.

    ``escape`` wraps each of some hundred texts a page, which took a tenth of a build.
    """
    if type(value) is str:
        return escaped(value)
    return value if isinstance(value, Markup) else escape(value)


class _Generator(CodeGenerator):
    """Templates' code that escapes by ``_as_text``."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape = environment.as_text")


class _Context(Context):
    """Calls macros at once: whether they want the page's context is asked of what else is called."""

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        if type(obj) is not Macro:
            return super().call(obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return obj(*args, **kwargs)


class _Template(Template):
    """A template whose macros are made once: in one environment all templates have the same globals."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
        return self._module


class QuickEnvironment(Environment):
    """An environment whose globals are set before the first template is asked for, and whose templates stay as they are."""

    code_generator_class = _Generator
    context_class = _Context
    template_class = _Template
    as_text = staticmethod(_as_text)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A dictionary of one piece: it is copied for every page."""
        return {**self.globals, **(d or {})}

    def get_template(self, name: str | Template, parent: str | None = None, globals: Mapping[str, Any] | None = None) -> Template:
        if globals or not isinstance(name, str):
            return super().get_template(name, parent, dict(globals or {}))
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super().get_template(name, parent)
        return found


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates by name and text, wherever the project lies: what one checkout has compiled, another one finds."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(name)
