"""The language of a page comes from the build: a page in another one stops it."""

from __future__ import annotations

from pathlib import Path

import pytest
from library.doorway import Refused
from projects import project


@pytest.mark.slow
def test_a_page_that_says_another_language_stops_the_build(tmp_path: Path) -> None:
    made = project(tmp_path / "project")
    main = made.folder / "overrides" / "main.html"
    text = main.read_text("utf-8")
    assert 'lang="{{ library.language }}"' in text
    main.write_text(text.replace('lang="{{ library.language }}"', 'lang="en"', 1), "utf-8")
    with pytest.raises(Refused, match='of the language ru was printed with lang="en"'):
        made.build()
    assert not (made.folder / "site").exists()
