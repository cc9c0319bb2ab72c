#!/usr/bin/env python3
"""Citations that try the styles, and their references as a text to read: python tests/citations/references/csl_cases.py renews it.

Read the difference (``git diff tests/golden/csl.txt``) against the manuals before it is committed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

TESTS = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from catalogues import SMALL, Citations, citations
from library.catalogue.loading import load
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.references import csl
from library.citations.references.text import ACCESSED
from library.press.text_cache import TextCache

GOLDEN = TESTS / "golden" / "csl.txt"
FACER = Name("Facer", "Rex L", "II")
ROZA = Name("Toktomamat kyzy", "Roza")
KIM, LEE = Name("김", "철수"), Name("이", "영희")
AUEZOV, IVANOVA = Name("Әуезов", "Мұхтар Омарханұлы"), Name("Иванова", "Мария Петровна")


def cases(small: Citations) -> list[Citation]:
    """The small catalogue, and what it has not."""
    report, article, book = small["oneill2020rd-en"], small["harrow2021pay"], small["harrow2022public"]
    many = tuple(Name(f"Family{letter}", "Given") for letter in "ABCDEFGHIJKLMNOPQRSTU")
    own = replace(article, doi="", address="https://example.org/a", and_others=False)
    here = {"doi": "", "address": "https://example.org/a", "and_others": False}
    ru, kk, ko = ({"language": tag, "title_language": tag} for tag in ("ru", "kk", "ko"))
    return [
        *small.values(),
        replace(article, key="article-en-address", authors=(FACER, KIM), **here),
        replace(own, key="article-ru", title="Реформа службы", container="Международный журнал", authors=(IVANOVA, AUEZOV), **ru),
        replace(own, key="article-kk", title="Қызмет реформасы", container="Халықаралық журнал", authors=(AUEZOV, IVANOVA), **kk),
        replace(article, key="article-ko", title="인사제도의 개혁", container="국제행정저널", authors=(KIM, LEE), **ko, **here),
        replace(article, key="article-ru-others", title="Реформа службы", authors=(IVANOVA, AUEZOV), **ru | here | {"and_others": True}),
        replace(article, key="article-kk-others", title="Қызмет реформасы", authors=(AUEZOV,), **kk | here | {"and_others": True}),
        replace(article, key="article-ko-others", title="인사제도의 “개혁”", authors=(KIM,), **ko | here | {"and_others": True}),
        replace(article, key="article-many", authors=many, and_others=False),
        replace(report, key="report-undated", issued=None, title="Plain title of a report", authors=(FACER,)),
        replace(report, key="report-undated-nobody", issued=None, title="Plain title of a report", authors=()),
        replace(report, key="report-undated-ru", issued=None, title="Отчёт о реформе", authors=(IVANOVA,), **ru),
        replace(report, key="report-undated-kk", issued=None, title="Реформа туралы есеп", authors=(AUEZOV,), **kk),
        replace(report, key="report-undated-ko", issued=None, title="개혁 보고서", authors=(KIM,), **ko),
        replace(report, key="report-supplied", title="[A title about the Republic of Korea]", supplied=True, authors=(FACER, KIM)),
        replace(report, key="report-kyrgyz", title="Реформа", authors=(ROZA,), language="ky", title_language="ky"),
        replace(book, key="book-edited", authors=(), editors=(FACER, IVANOVA), and_others=False),
        replace(book, key="book-series", authors=(FACER,), editors=(), series="Sample studies", series_number="4", and_others=False),
        replace(book, key="book-kk", title="Мемлекеттік қызмет", authors=(AUEZOV,), editors=(IVANOVA,), translators=(FACER,), **kk, **here),
        replace(book, key="book-ru", title="Госслужба", authors=(IVANOVA,), editors=(AUEZOV,), translators=(FACER,), **ru, **here),
        replace(book, key="book-ko", title="공공서비스", authors=(KIM,), editors=(), translators=(LEE,), **ko, **here),
    ]


def golden_text(made: Iterable[Citation] | None = None) -> str:
    """Each citation's references, the day of access shown as ``<accessed>``."""
    made = cases(citations(load(SMALL))) if made is None else list(made)
    references = csl.render(made, TextCache(None))
    lines: list[str] = []
    for citation in made:
        lines.append(f"{citation.key} ({citation.kind}, {citation.language or 'language not stated'})")
        lines += [f"  {style.id}: {str(references[citation.key, style.id].html).replace(ACCESSED, '<accessed>')}" for style in csl.STYLES]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    GOLDEN.write_text(golden_text(), "utf-8", newline="\n")
    print(GOLDEN)
