"""The form's policy gives what the form needs and nothing beside: each source is taken away, and something of the form goes with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from form_driver import FILL, Form, texts_of
from library.catalogue.catalogue import Catalogue
from library.form.files import checked, files, policy
from PIL import Image
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as Waited
from serving import running

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[2]
BACKEND = {"name": "test-repo"}
_REPORT = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  console.info("policy violated: " + JSON.stringify([effectiveDirective, blockedURI])));"""

TRUSTED = "require-trusted-types-for 'script'"
NEEDED = {
    ("style-src", "'unsafe-inline'"): {("style-src-elem", "inline"), ("style-src-attr", "inline")},
    ("font-src", "'self'"): {("font-src", "'self'")},
    ("img-src", "blob:"): {("img-src", "blob:")},
    ("img-src", "data:"): {("img-src", "data:")},
    ("connect-src", "'self'"): {("connect-src", "'self'")},
    ("connect-src", "blob:"): {("connect-src", "blob:")},
    ("connect-src", "data:"): {("connect-src", "data:")},
}
"""A source of the policy, and what the form asks for in vain without it. Without its own address it does not even begin."""


def without(directive: str, source: str) -> str:
    """The form's policy, less one source."""
    parts = [part.split(" ") for part in policy(BACKEND).split("; ")]
    assert [directive in part and source in part for part in parts].count(True) == 1
    return "; ".join(" ".join([word for word in part if word != source] if part[0] == directive else part) for part in parts)


@pytest.fixture(scope="module")
def folder(form_packages: None, small_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("form")
    for file in files(small_catalogue, checked(BACKEND, "catalogue"), ROOT / "overrides" / "locales", ROOT / ".cache"):
        path = made / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    Image.new("RGB", (400, 600), "red").save(made / "cover.png")
    return made


@contextmanager
def under(browser: Browser, folder: Path, catalogue: Catalogue, asked: str) -> Iterator[tuple[Page, Form, set[tuple[str, str]]]]:
    """The form under a further policy, which a header says, and what that stops."""
    stopped: set[tuple[str, str]] = set()

    def note(text: str) -> None:
        if text.startswith("policy violated: "):
            directive, blocked = json.loads(text.partition(": ")[2])
            # Browsers tell of these by their scheme, of a file of the site by its address.
            kind = "'self'" if urlsplit(blocked).scheme == "http" else f"{blocked}:" if blocked in ("blob", "data") else blocked
            stopped.add((directive, kind))

    with running(folder, Content_Security_Policy=asked) as server:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en")
        context.add_init_script(_REPORT)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: note(message.text))
        page.goto(f"{server.address}admin/config.en.json")
        # The policy of a page that is not the form's stops no script of a test.
        page.evaluate(FILL, texts_of(catalogue.folder))
        try:
            yield page, Form(page, f"{server.address}admin/?language=en"), stopped
        finally:
            context.close()


def work(form: Form, folder: Path) -> None:
    """What an editor does who gives a work a cover."""
    form.home()
    form.record("Ethics of Civil Servants")
    form.write("title.en", "Ethics of Public Servants")
    form.attach("cover", folder / "cover.png")


def test_under_its_policy_the_form_asks_for_nothing_in_vain(browser: Browser, folder: Path, small_catalogue: Catalogue) -> None:
    with under(browser, folder, small_catalogue, policy(BACKEND)) as (_, form, stopped):
        work(form, folder)
        assert stopped == set()


def test_every_source_of_the_policy_is_one_that_is_taken_away_here() -> None:
    """But for scripts, without which there is no page, and pictures of the site, which the covers of records are."""
    parts = [part.split(" ") for part in policy(BACKEND).split("; ")]
    given = {(part[0], source) for part in parts for source in part[1:] if source != "'none'"}
    assert given - NEEDED.keys() == {("script-src", "'self'"), ("style-src", "'self'"), ("img-src", "'self'")}


@pytest.mark.parametrize("source", NEEDED, ids=" ".join)
def test_without_a_source_something_of_the_form_is_missing(
    browser: Browser, folder: Path, small_catalogue: Catalogue, source: tuple[str, str]
) -> None:
    with under(browser, folder, small_catalogue, without(*source)) as (_page, form, stopped):
        if source == ("connect-src", "'self'"):
            with pytest.raises(Waited):
                form.home()
        else:
            work(form, folder)
        assert stopped == NEEDED[source]


def test_with_trusted_types_asked_for_the_form_shows_no_record(browser: Browser, folder: Path, small_catalogue: Catalogue) -> None:
    """Svelte writes texts into ``innerHTML`` and makes no trusted types of them: why the form's policy does not ask for these."""
    with under(browser, folder, small_catalogue, f"{policy(BACKEND)}; {TRUSTED}") as (_page, form, stopped):
        form.home()
        with pytest.raises(Waited):
            form.record("Ethics of Civil Servants")
        assert stopped == {("require-trusted-types-for", "trusted-types-sink")}
