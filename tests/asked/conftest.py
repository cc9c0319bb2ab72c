"""Forms of readers, filled in as the host does it."""

from __future__ import annotations

import pytest
from catalogues import ROOT
from filling_in import ADDRESS, Fill, body_of
from library.asked.forms import Asked, Form, filled_in, forms


@pytest.fixture(scope="session")
def known() -> list[Form]:
    return forms(ROOT / ".github" / "ISSUE_TEMPLATE")


@pytest.fixture
def fill(known: list[Form]) -> Fill:
    """Fills in a form: ``fill("mistake", "kk", page=…)``."""

    def filled(kind: str, tongue: str = "en", /, issue: str = ADDRESS, **answers: str) -> Asked:
        form = next(form for form in known if (form.kind, form.language) == (kind, tongue))
        asked = filled_in(body_of(form, answers), known, issue)
        assert asked is not None
        return asked

    return filled
