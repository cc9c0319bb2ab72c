"""Pages look as they did when a person last looked at them: kept pictures of every kind of page at four widths.

``scripts/kept-pictures`` takes them anew and shows what has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from kept_look import FOLDER, FOLDER_LIMIT, WIDTHS, all_pages, faults, looking, name_of, of_shots, read, shots, styles
from playwright.sync_api import Browser, Page
from sites import LANGUAGES, Built


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with looking(browser, tmp_path_factory.mktemp("liberation")) as opened:
        yield opened


# Long until a person has looked at pictures of all that is new: scripts/kept-pictures.
@pytest.mark.long
@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_look_as_kept(page: Page, served_small: str, small_site: Built, language: str, amount: Callable[[int, int], int]) -> None:
    """Each kind of page in one language, in all four in scripts/test long; always at every width."""
    every = amount(len(LANGUAGES), 1)
    changed = []
    for path in all_pages(small_site)[language][LANGUAGES.index(language) % every :: every]:
        kept = FOLDER / name_of(path)
        seen = of_shots(shots(page, served_small + path))
        changed += [f"{path} at {what}" for what in (faults(read(kept), seen) if kept.exists() else ["any width: no picture is kept"])]
    assert not changed, "\n".join([*changed, "scripts/kept-pictures shows how it was and is; where it is right, commit what it wrote"])


@pytest.mark.long
@pytest.mark.slow
def test_a_picture_is_kept_of_every_page_and_of_no_other(small_site: Built) -> None:
    wanted = {name_of(path) for pages in all_pages(small_site).values() for path in pages}
    assert {path.name for path in FOLDER.glob("*.png")} == wanted


def test_kept_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < FOLDER_LIMIT


BROKEN = {
    "a title under its cover": ".lib-cards--shelf .lib-card__title { margin-top: -5rem }",
    "a card's words over one another": ".lib-card__facts { margin-top: -2.4rem }",
    "the search box gone": ".lib-hero__search { display: none !important }",
    "a face that is not ours": "body, h1, h2, h3 { font-family: serif !important }",
    "letters a little larger": "main { font-size: 106% }",
    "columns one below the other": "main ul, main ol { columns: 1; display: block !important }",
    "a header twice as high": "header { padding-bottom: 3rem }",
    "links without their lines": "main a { text-decoration: none !important; color: inherit !important; font-weight: 300 !important }",
    "covers as large as the page": ".lib-thumb { width: 100% !important; height: 20rem !important }",
    "a page that scrolls sideways": "main { width: 1400px !important; max-width: none !important }",
}
"""Ways in which a change of the styles has broken, or could break, the home page."""


@pytest.mark.slow
@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_home_page_is_seen(page: Page, served_small: str, broken: str) -> None:
    page.route("**/site*.css", styles(BROKEN[broken]))
    try:
        seen = faults(read(FOLDER / "en.png"), of_shots(shots(page, served_small)))
    finally:
        page.unroute("**/site*.css")
    assert len({what.split(" px")[0] for what in seen} & set(map(str, WIDTHS))) >= 2, seen
