"""What a change does to the site, as a comment in Markdown for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from library.preview.differences import Differences, How, Page, of_works
from library.preview.works import ChangedWork, Coverage
from library.words.translations import Words

MARK = "<!-- preview of the library -->"
"""Begins every comment, so that the next one can take its place."""

LONGEST = 60_000
"""Characters; GitHub takes 65,536 in a comment (https://github.com/orgs/community/discussions/41331)."""

MOST_PAGES, MOST_WORKS, MOST_LINES = 25, 10, 60
"""Pages named in a language, works whose citations are shown, lines of these."""

_MARKUP = re.compile(r"[\\`*_\[\]|~$<>&:@#]|(?<=www)\.")


@dataclass
class Preview:
    """All that a comment tells. ``refused`` is what the check or the build said where there is no site."""

    differences: Differences = field(default_factory=Differences)
    works: Sequence[ChangedWork] = ()
    coverage: Sequence[Coverage] = ()
    citations: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Changed lines of the BibTeX of works, by id."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Paths of pictures below the preview's folder, by id of work."""
    refused: str = ""
    no_base: str = ""
    """Why there is nothing to compare with; empty where there is."""


def comment(preview: Preview, words: Words, names: Mapping[str, str]) -> str:
    """The comment in the language of ``words``; ``names`` are those of the site's languages. At most ``LONGEST`` characters."""
    heading = words.say("What this change does to the site")
    lines = [MARK, f"## {heading}", ""]
    if preview.refused:
        lines += [
            words.say("The site cannot be built. What is wrong, and what to do:"),
            "",
            *fenced(preview.refused.splitlines()),
            "",
        ]
        return _cut("\n".join(lines), words)
    if preview.no_base:
        lines += [
            words.say("There is nothing to compare with: the site before this change could not be built."),
            "",
            *fenced(preview.no_base.splitlines()),
            "",
        ]
    lines += [
        *_works(preview, words),
        *_coverage(preview.coverage, words, names),
        *_pages(preview, words, names),
        *_citations(preview, words),
    ]
    return _cut("\n".join(lines), words)


def plain(text: str) -> str:
    """A text as Markdown that shows just that text: no markup, no HTML, no link, nobody called by name.

    Signs are written by their numbers, which no dialect of Markdown reads as markup. Forges look
    for names and issues in what is shown, too: there a space without width parts the sign from its word.
    """
    return _MARKUP.sub(_as_number, " ".join(text.split()))


def _as_number(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};{'&#8203;' if found[0] in '@#' else ''}"


def fenced(lines: Sequence[str], kind: str = "") -> list[str]:
    """Lines as they are; the fence is longer than any in them."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{kind}", *lines, fence]


def _works(preview: Preview, words: Words) -> Iterator[str]:
    said = _said(words)
    if not preview.works:
        yield words.say("No record of a publication changes.")
    for work in preview.works[:MOST_PAGES]:
        picture = preview.pictures.get(work.id)
        shown = words.say("screenshot: %(path)s", path=f"`{picture}`") if picture else ""
        yield f"- **{plain(work.title(words.language))}** `{work.id}`: {said[work.how]}{f' ({shown})' if shown else ''}"
    yield from _more(len(preview.works) - MOST_PAGES, words)
    yield ""


def _said(words: Words) -> dict[How, str]:
    return {"new": words.say("added"), "changed": words.say("changed"), "gone": words.say("removed")}


def _coverage(coverage: Iterable[Coverage], words: Words, names: Mapping[str, str]) -> Iterator[str]:
    fields = {"title": words.say("Titles"), "summary": words.say("Summaries"), "themes": words.say("Themes")}
    told = False
    for each in coverage:
        told = True
        name = f" ({plain(names.get(each.language, each.language))})" if each.language else ""
        counts = words.say("%(had)s → %(has)s of %(of)s", had=words.number(each.had), has=words.number(each.has), of=words.number(each.of))
        yield f"- {fields[each.field]}{name}: {counts}"
    if told:
        yield ""


def _pages(preview: Preview, words: Words, names: Mapping[str, str]) -> Iterator[str]:
    differences = preview.differences
    if not differences.paths and not differences.others:
        yield words.say("The site does not change.")
        yield ""
        return
    first = [work.placed.address for work in preview.works]
    for language, pages in differences.pages.items():
        counts = words.plural("%(num)s page differs", "%(num)s pages differ", len(pages))
        if not pages:
            continue
        yield f"<details><summary>{plain(names.get(language, language))}: {counts}</summary>"
        yield ""
        yield from (_page(page, words) for page in of_works(pages, first)[:MOST_PAGES])
        yield from _more(len(pages) - MOST_PAGES, words)
        yield ""
        yield "</details>"
        yield ""
    yield from _others(differences, words)


def _page(page: Page, words: Words) -> str:
    how = "" if page.how == "changed" else f": {_said(words)[page.how]}"
    path = page.path.removesuffix("index.html").replace("`", "")
    return f"- {plain(page.title)} `/{path}`{how}"


def _others(differences: Differences, words: Words) -> Iterator[str]:
    kinds = {
        "citations": words.say("citation files"),
        "feeds": words.say("feeds"),
        "api": words.say("API files"),
        "search": words.say("search index files"),
        "documents": words.say("documents"),
        "pictures": words.say("images"),
    }
    counts: dict[str, int] = {}
    for (kind, _), number in differences.others.items():
        counts[kind] = counts.get(kind, 0) + number
    if counts:
        told = ", ".join(f"{kinds[kind]} {words.number(counts[kind])}" for kind in kinds if kind in counts)
        besides = words.say("Other files that differ")
        yield f"{besides}: {told}."
        yield ""


def _citations(preview: Preview, words: Words) -> Iterator[str]:
    shown = [(work.id, preview.citations.get(work.id) or ()) for work in preview.works]
    for work, lines in [(work, lines) for work, lines in shown if lines][:MOST_WORKS]:
        what = words.say("What changes in the citation")
        yield f"<details><summary>{what}: {plain(work)}</summary>"
        yield ""
        yield from fenced(lines[:MOST_LINES], "diff")
        yield from _more(len(lines) - MOST_LINES, words)
        yield ""
        yield "</details>"
        yield ""


def _more(number: int, words: Words) -> Iterator[str]:
    if number > 0:
        more = words.plural("and %(num)s more", "and %(num)s more", number)
        yield f"- {more}"


def _cut(text: str, words: Words) -> str:
    """At most as long as a comment may be, cut at the end of a line with all that is open in it closed."""
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST].rpartition("\n")[0]
    fences = [line for line in kept.splitlines() if re.match("`{3,}", line)]
    end = [re.match("`+", fences[-1])[0]] if len(fences) % 2 else []  # type: ignore[index]
    end += ["", "</details>"] if kept.count("<details>") > kept.count("</details>") else []
    return "\n".join([kept, *end, "", words.say("The preview shows the rest.")])
