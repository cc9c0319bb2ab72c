"""Further forms of a word, guessed at build time where a stemmer parts them: the index files the word under their stems, too.

The reader's browser stems what was asked and knows nothing of this, so a language may have any number of such rules. A
guess that is no word costs a posting that nobody asks for; one that is another word would bring wrong works, and the
gold pairs in ``tests/search/gold`` count those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from library.search.forms.english import english_forms
from library.search.forms.kazakh import kazakh_forms
from library.search.forms.korean import KoreanForms
from library.search.forms.russian import russian_forms

Forms = Callable[[str], Iterable[str]]
"""Of a folded word, other forms of it, in no order; the word itself may be among them."""

__all__ = ["Forms", "KoreanForms", "english_forms", "kazakh_forms", "russian_forms"]
