"""Cuts elements out of pages, so that the page of the look shows what other pages hold."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def element_a_line(html: str) -> str:
    """Markup to be read by people: printed without line breaks, it gets one between neighbouring tags."""
    return str(html).replace("><", ">\n<")


def cut(html: str, class_: str) -> str:
    """The first element that has the class, as it is written; empty where there is none."""
    begins = html.rfind("<", 0, html.find(class_) + 1)
    if begins < 0:
        return ""
    html = html[begins:]
    finder = _Finder(html, class_)
    for start in range(0, len(html), _PORTION):
        finder.feed(html[start : start + _PORTION])
        if finder.end:
            return html[finder.start : finder.end]
    return ""


_PORTION = 2000
"""Characters read at once: most parts are short, and pages are long."""


class _Finder(HTMLParser):
    """Finds where an element with a class begins and ends. The HTML is our own templates': every element but void ones is closed."""

    def __init__(self, html: str, class_: str) -> None:
        super().__init__(convert_charrefs=False)
        self.class_ = class_
        self.start, self.end, self._depth = 0, 0, 0
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.end or tag in _VOID:
            return
        if self._depth:
            self._depth += 1
        elif self.class_ in (dict(attrs).get("class") or "").split():
            self.start, self._depth = self._place(), 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<path/>`` in a drawing: opens and closes at once."""

    def handle_endtag(self, tag: str) -> None:
        if self.end or not self._depth:
            return
        self._depth -= 1
        if not self._depth:
            self.end = self._place() + len(f"</{tag}>")
