"""What tests of the search page share."""

from __future__ import annotations

from urllib.parse import urlencode

from playwright.sync_api import Page

PREFIXES = {"en": "", "ru": "ru/", "kk": "kk/", "ko": "ko/"}

_SETTLED = """() => {
  const page = document.querySelector('.lib-search, .lib-list');
  return page && page.dataset.turn && !page.hasAttribute('aria-busy') || page && page.classList.contains('has-failed');
}"""


def search_address(base: str, language: str = "en", **values: str | list[str]) -> str:
    return f"{base}{PREFIXES[language]}search/?{urlencode(values, doseq=True)}"


def settle(page: Page) -> None:
    """Waits until the page shows what its address asks for, or says that it cannot."""
    page.wait_for_function(_SETTLED)


def open_search(page: Page, base: str, language: str = "en", **values: str | list[str]) -> None:
    page.goto(search_address(base, language, **values))
    settle(page)


def go_on(page: Page, **values: str | list[str]) -> None:
    """Leads an open search page to another address of its own, as going back and forth does."""
    turn = page.locator(".lib-search").get_attribute("data-turn")
    page.evaluate(
        "search => { history.pushState(null, '', search); dispatchEvent(new PopStateEvent('popstate')); }",
        f"?{urlencode(values, doseq=True)}",
    )
    page.wait_for_function("turn => document.querySelector('.lib-search').dataset.turn !== turn", arg=turn)
    settle(page)


def found(page: Page) -> list[str]:
    """Ids of the works of the results, in their order."""
    return page.eval_on_selector_all(".lib-results .lib-card [data-keep]", "buttons => buttons.map(button => button.dataset.keep)")


def count(page: Page, facet: str, value: str) -> int:
    """The number beside a value of a facet."""
    text = page.locator(f'[data-facet="{facet}"] [data-value="{value}"] .lib-count').text_content()
    return int("".join(letter for letter in text if letter.isdigit()))


def listen(page: Page) -> list[str]:
    """What goes wrong on a page from now on: exceptions that nobody caught, and errors that scripts report."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "console",
        lambda message: (
            said.append(message.text)
            # The browser itself reports a file that did not come; the page says so in words.
            if message.type == "error" and not message.text.startswith("Failed to load resource")
            else None
        ),
    )
    return said
