"""Texts of case studies: Markdown without HTML, announced by an edition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.figures import figures
from library.catalogue.model import Work
from library.catalogue.problems import Problem, nearest
from library.catalogue.records import Record
from library.catalogue.visible import odd_letters

_TAG = re.compile(r"<(?:[A-Za-z/!?])|\]\(\s*(?:javascript|data|vbscript):", re.IGNORECASE)
_CODE = re.compile(r"`[^`\n]*`")
_PICTURE = re.compile(r"(?<!\\)!\[(?!\^)")
"""A picture; an exclamation mark before a footnote is none."""
_WORK_LINK = re.compile(r"\]\(work:([^)\s]*)\)")
_NESTED = re.compile(
    r"\s*(?:(?:[-*+]|\d+\.)\s+|>\s*){12}|\[{20}"
    r"|(?:[ \t]*>)* ?(?: {4}|\t){12}[ \t]*(?:[-*+]|\d+\.)[ \t]"  # a list of a line for each level
)
"""Deeper than any text goes; thousands of levels would exhaust the Markdown parser."""

_RULE = re.compile(r"(?:\s*>)* {0,3}([-*])(?: {0,2}\1)* *")
"""A rule of hyphens or asterisks across the page."""


def markdown_problems(name: str, text: str, first_line: int) -> list[Problem]:
    """HTML and script in the Markdown of a case study; code spans may show them."""
    deep = [
        Problem(
            name,
            first_line + number,
            1,
            "too-deep",
            "more than eleven levels of lists or quotations in one line",
            "no text goes that deep: take the marks away",
        )
        for number, line in enumerate(text.split("\n"))
        if _NESTED.match(line) and not _RULE.fullmatch(line)
    ]
    ours = {figure.line for figure in figures(name, text, first_line)}
    pictures = [
        Problem(
            name,
            first_line + number,
            found.start() + 1,
            "picture-in-text",
            "the library shows pictures of catalogue/files/ alone, each on a line of its own, and takes none from other hosts",
            'write `![what it shows](work-id.map.png "Caption")` between empty lines, or link to it: [a map of the offices](https://…)',
        )
        for number, line in enumerate(text.split("\n"))
        if first_line + number not in ours
        and (found := _PICTURE.search(_without_code(line)))
        and not _TAG.search(_without_code(line))  # which is told already
    ]
    odd = [
        Problem(name, first_line + number, found.at + 1, found.code, found.message, found.hint)
        for number, line in enumerate(text.split("\n"))
        for found in odd_letters(line)
    ]
    return (
        deep
        + odd
        + pictures
        + [
            Problem(
                name,
                first_line + number,
                found.start() + 1,
                "markup",
                f'"{found[0]}" begins HTML or script; case studies are plain Markdown',
                "use Markdown (**bold**, [text](https://…)), or `code marks` to show a tag",
            )
            for number, line in enumerate(text.split("\n"))
            if (found := _TAG.search(_without_code(line)))
        ]
    )


def linked(name: str, text: str, first_line: int, addresses: Mapping[str, str]) -> tuple[str, list[Problem]]:
    """The text with each ``[words](work:id)`` leading to the page of that work, from the page of its own; ids that no work has."""
    lines, problems = text.split("\n"), []
    for number, line in enumerate(lines):
        seen = _without_code(line)
        for found in reversed(list(_WORK_LINK.finditer(seen))):
            if address := addresses.get(found[1]):
                lines[number] = f"{lines[number][: found.start()]}](../../{address}/){lines[number][found.end() :]}"
            else:
                said, hint = f'"{found[1]}" is not the id of a work', nearest(found[1], addresses) or "write the id of a record"
                problems.append(Problem(name, first_line + number, found.start() + 3, "unknown-work", said, hint))
    return "\n".join(lines), problems


def with_links_to(text: str, old: str, new: str) -> str:
    """The text with its links to a work leading to another id."""
    return re.sub(rf"\]\(work:{re.escape(old)}\)", lambda _: f"](work:{new})", text)


def _without_code(line: str) -> str:
    return _CODE.sub(lambda code: " " * len(code[0]), line)


def stray_translations(record: Record, work: Work, here: list[str]) -> list[Problem]:
    """Files ``<id>.<language>.md`` that no edition of the work announces, or that the body stands in for."""
    return [
        Problem(
            record.name.replace(record.path.name, path.name),
            0,
            0,
            "stray-translation",
            f'"{work.id}" has no place for a text in this language: no edition says "text: here", or the record holds it',
            "add the edition to the record, or delete one of the two texts",
        )
        for path in sorted(record.path.parent.glob(f"{work.id}.*.md"))
        if path.stem.split(".", 1)[1] not in (here[1:] if record.body.strip() else here)
    ]


def texts_without_markdown(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    if placed.record.path.suffix == ".md":
        return
    for number, edition in enumerate(placed.work.editions):
        if edition.text:
            yield placed.record.problem(
                (*placed.keys, "editions", number, "text"),
                "text-without-markdown",
                '"text: here" stands in a record that holds no Markdown',
                "only case studies (.md) carry their text",
            )


def unread_text(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    here = [(number, edition) for number, edition in enumerate(placed.work.editions) if edition.text]
    if placed.record.body.strip() and not here:
        yield placed.record.problem(
            (*placed.keys, "editions"),
            "text-without-edition",
            'there is Markdown under the fields, but no edition says "text: here"',
            "add text: here to the edition in the language of the text",
        )
    for number, edition in here:
        if edition.language is None:
            yield placed.record.problem(
                (*placed.keys, "editions", number, "text"),
                "text-without-edition",
                '"text: here" stands in an edition without a language',
                "a text that is published here is in some language: add it",
            )
