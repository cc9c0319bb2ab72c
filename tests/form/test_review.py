"""The form with a forge: a change is proposed or goes straight to the main branch, and what others change meanwhile stays."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from forge import MAIN, Forge
from form_driver import Form, texts_of
from library.catalogue.catalogue import Catalogue
from library.form.files import checked, files
from playwright.sync_api import Browser, expect
from serving import serving

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[2]
RECORD = "catalogue/knowledge-products/russian-study.yml"
TITLE, MENDED = "  en: Ethics of Civil Servants\n", "  en: Ethics of Public Servants\n"


def site(catalogue: Catalogue, folder: Path, review: bool) -> Path:
    told = {"name": "github", "repo": "example/library", "branch": MAIN, **({"review": True} if review else {})}
    for file in files(catalogue, checked(told, "catalogue"), ROOT / "overrides" / "locales", ROOT / ".cache"):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder


@pytest.fixture(scope="module")
def reviewed(form_packages: None, small_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(site(small_catalogue, tmp_path_factory.mktemp("reviewed"), True)) as address:
        yield address


@pytest.fixture(scope="module")
def direct(form_packages: None, small_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(site(small_catalogue, tmp_path_factory.mktemp("direct"), False)) as address:
        yield address


@contextmanager
def signed_in(browser: Browser, address: str, forge: Forge) -> Iterator[Form]:
    """The form after somebody has signed in with a token; nothing but the forge and the site is asked, and nothing that the forge does not know."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en")
    context.set_default_timeout(60_000)
    forge.answer_in(context)
    page = context.new_page()
    others: list[str] = []
    allowed = (address, "blob:", "data:", "https://api.github.com/")
    page.on("request", lambda request: None if request.url.startswith(allowed) else others.append(request.url))
    page.goto(f"{address}admin/?language=en")
    page.get_by_role("button", name=re.compile("Access Token")).click()
    page.locator("dialog input, [role=dialog] input").first.fill("a-token")
    page.get_by_role("button", name=re.compile("^Sign In$")).click()
    page.get_by_text("Collections", exact=True).first.wait_for()
    try:
        yield Form(page, f"{address}admin/?language=en")
        assert (others, forge.unknown) == ([], [])
    finally:
        context.close()


def mend(form: Form, title: str = "Ethics of Public Servants") -> None:
    form.record("Ethics of Civil Servants")
    form.write("title.en", title)
    form.page.get_by_role("button", name=re.compile("^Save")).first.click()


def changed(before: bytes, after: bytes) -> list[str]:
    lines = difflib.unified_diff(before.decode().splitlines(True), after.decode().splitlines(True), n=0)
    return [line for line in lines if line[:1] in "+-" and not line.startswith(("---", "+++"))]


def settled(form: Form, is_so: Callable[[], bool]) -> None:
    """Waits until the forge has been told."""
    for _ in range(300):
        if is_so():
            return
        form.page.wait_for_timeout(100)
    raise AssertionError("the forge was not told")


def test_a_record_that_others_change_meanwhile_keeps_their_change_or_is_a_conflict(
    browser: Browser, reviewed: str, small_catalogue: Catalogue
) -> None:
    forge = Forge(texts_of(small_catalogue.folder))
    with signed_in(browser, reviewed, forge) as form:
        form.page.get_by_role("row").first.wait_for()
        forge.change(RECORD, "    extent: 48\n", "    extent: 49\n")
        mend(form)
        settled(form, lambda: bool(forge.proposals and forge.proposals[0].labels))
    [proposal] = forge.proposals
    assert (proposal.draft, proposal.labels, proposal.branch) == (True, ["sveltia-cms/draft"], "cms/knowledge-products/russian-study")
    # The proposal begins where the form had read the records: git joins both changes, or says where they meet.
    assert changed(forge.bases[proposal.branch][RECORD], forge.branches[proposal.branch][RECORD]) == [f"-{TITLE}", f"+{MENDED}"]
    assert forge.bases[proposal.branch][RECORD] != forge.branches[MAIN][RECORD]


def test_a_small_correction_goes_straight_to_the_main_branch_and_a_stale_one_does_not(
    browser: Browser, direct: str, small_catalogue: Catalogue
) -> None:
    forge = Forge(texts_of(small_catalogue.folder))
    before = dict(forge.branches[MAIN])
    with signed_in(browser, direct, forge) as form:
        mend(form)
        settled(form, lambda: MENDED.encode() in forge.branches[MAIN][RECORD])
    assert (forge.proposals, list(forge.branches)) == ([], [MAIN])
    assert changed(before[RECORD], forge.branches[MAIN][RECORD]) == [f"-{TITLE}", f"+{MENDED}"]

    forge = Forge(texts_of(small_catalogue.folder))
    with signed_in(browser, direct, forge) as form:
        form.page.get_by_role("row").first.wait_for()
        forge.change(RECORD, "    extent: 48\n", "    extent: 49\n")
        theirs = forge.branches[MAIN][RECORD]
        mend(form)
        expect(form.page.get_by_text(re.compile("changed|moved|newer|latest|reload", re.IGNORECASE)).first).to_be_visible()
    assert forge.branches[MAIN][RECORD] == theirs
