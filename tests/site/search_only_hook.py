"""Only what a search fetches is made: its page, its index, scripts, styles and other assets; a hook of MkDocs for builds in tests."""

from __future__ import annotations

from library import site

site.PLAN = tuple(maker for maker in site.PLAN if maker.group in {"search", "assets"} or maker.name == "search")
