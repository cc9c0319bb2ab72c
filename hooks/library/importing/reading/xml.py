"""XML with the line of each element, and without entities: those are made to stop a program, or to read files of ours."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from library.importing.entries import Unreadable
from library.importing.texts import plain

LINE = "line of the file"
"""Attribute that an element's line is put under; no name of XML has blanks."""

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class _Builder(TreeBuilder):
    parser: DefusedXMLParser

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        return super().start(tag, {**attrs, LINE: str(self.parser.parser.CurrentLineNumber)})


def parse(text: str, file: str) -> Element:
    """The root element. Raises Unreadable with the line of what is wrong."""
    builder = _Builder()
    parser = DefusedXMLParser(target=builder, encoding="utf-8", forbid_dtd=True)
    builder.parser = parser
    try:
        parser.feed(_without_declaration(text).encode())
        root: Element = parser.close()
    except DefusedXmlException:
        raise Unreadable(
            f"{file} declares entities or a document type, which no file of records needs", "export it anew without them"
        ) from None
    except ParseError as error:
        line = error.position[0]
        quoted = text.split("\n")[line - 1 : line]
        raise Unreadable(
            f"{file}:{line}: this is no XML: {error.msg}", f"the line is: {plain(' '.join(quoted))[:120] or 'empty'}"
        ) from None
    return root


def _without_declaration(text: str) -> str:
    """The text without its declaration, whose encoding is that of its bytes; lines stay as they are counted."""
    text = text.lstrip("\ufeff")
    if text.startswith("<?xml") and (end := text.find("?>")) > 0:
        return "\n" * text.count("\n", 0, end) + text[end + 2 :].lstrip(" \t")
    return text


def name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def line(element: Element) -> int:
    return int(element.get(LINE, "0"))


def children(element: Element, *names: str) -> Iterator[Element]:
    """Elements directly below one, by their names."""
    for child in element:
        if name(child) in names:
            yield child


def below(element: Element, wanted: str) -> Iterator[Element]:
    """Elements of a name, however deep."""
    for each in element.iter():
        if name(each) == wanted:
            yield each


def text(element: Element | None) -> str:
    """All text of an element."""
    return "" if element is None else plain("".join(element.itertext()))


def first(element: Element, *names: str) -> str:
    """The text of the first element of a name directly below one."""
    return text(next(children(element, *names), None))
