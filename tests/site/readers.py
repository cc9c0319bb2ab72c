"""Readers: browsers of their own that come for the first time."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page


def new_reader(browser: Browser, **options: object) -> BrowserContext:
    """A reader's own context, without the service worker.

    It would answer in the place of the files that a test puts in their stead, at a moment that
    no test can know; ``tests/offline`` looks at it.
    """
    return browser.new_context(service_workers="block", **options)


# The condition is put into the text: pages forbid to make scripts of texts.
_UNTIL = """async ([argument, deadline]) => {
  const met = %s;
  while (!(await met(argument))) {
    if (performance.now() > deadline) { throw new Error(`in vain: ${met}`); }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}"""
_LONGEST = 20_000
"""Milliseconds."""


def until(page: Page, condition: str, argument: object = None) -> None:
    """Waits until an asynchronous function in the page gives something true: Playwright's own wait takes its promise for that."""
    page.evaluate(_UNTIL % condition, [argument, page.evaluate("() => performance.now()") + _LONGEST])
