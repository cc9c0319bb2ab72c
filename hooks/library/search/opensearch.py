"""Lets a browser offer the library among its search engines."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from library.press.addresses import Site
from library.press.output import OutputFile

SHORTEST = 16
"""Characters that OpenSearch 1.1 allows in a short name (https://github.com/dewitt/opensearch)."""


def description(site: Site, language: str, say: Callable[..., str]) -> OutputFile:
    """OpenSearch 1.1: the address of the search page, with a place for the words."""
    text = Markup("""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{}</ShortName>
<Description>{}</Description>
<Language>{}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="{}?q={{searchTerms}}"/>
</OpenSearchDescription>
""").format(say("Library")[:SHORTEST], site.names[language], language, site.address("search", language))
    return OutputFile(f"{site.prefix(language)}opensearch.xml", str(text))
