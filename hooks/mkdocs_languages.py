"""The seam with static-i18n, and the only file that knows its attributes.

The plugin builds the whole site once per language: the default first, the others nested
in its own ``on_post_build`` (priority -100). Its version is held in ``pyproject.toml``.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError


def _plugin(config: MkDocsConfig) -> Any:
    plugin = config.plugins.get("i18n")
    if plugin is None:
        raise PluginError('mkdocs.yml: the plugin "i18n" is missing; the library needs it for its languages')
    return plugin


def of_this_build(config: MkDocsConfig) -> str:
    """The language that is being built now; right from ``on_files`` on."""
    return str(_plugin(config).current_language)


def of_the_site(config: MkDocsConfig) -> tuple[str, ...]:
    """Languages of the site, the default first."""
    plugin = _plugin(config)
    others = [language for language in plugin.build_languages if language != plugin.default_language]
    return (plugin.default_language, *others)


def autonyms(config: MkDocsConfig) -> dict[str, str]:
    """Each language's name for itself, from ``languages: name``."""
    return {language.locale: language.name for language in _plugin(config).config.languages}


def site_names(config: MkDocsConfig, default: str) -> dict[str, str]:
    """The site's name in each language; ``default`` where a language has none of its own."""
    return {language.locale: language.site_name or default for language in _plugin(config).config.languages}


def all_passes_done(config: MkDocsConfig) -> bool:
    """True in the outermost build, once the plugin has built every other language."""
    return not _plugin(config).building
