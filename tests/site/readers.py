"""Readers: browsers of their own that come for the first time."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext


def new_reader(browser: Browser, **options: object) -> BrowserContext:
    """A reader's own context, without the service worker.

    It would answer in the place of the files that a test puts in their stead, at a moment that
    no test can know; ``tests/offline`` looks at it.
    """
    return browser.new_context(service_workers="block", **options)
