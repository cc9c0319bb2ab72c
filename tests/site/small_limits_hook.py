"""Limits so small that a catalogue of a few hundred works meets all of them; a hook of MkDocs for builds in tests."""

from __future__ import annotations

from library.pages import facets, home, letters
from library.search import facets as search_facets

letters.WHOLE = 20
facets.AT_A_GLANCE = 8
home.LARGEST = 6
search_facets.LONG = 12
search_facets.FIRST = 5
