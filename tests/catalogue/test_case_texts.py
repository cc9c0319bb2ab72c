"""Texts of case studies: plain Markdown, announced by an edition, in a file that can be read."""

from __future__ import annotations

import re
from html import unescape

import pytest
from catalogues import ROOT, SpoiltCatalogue
from library.catalogue.checks.case_texts import markdown_problems
from library.catalogue.loading import load
from library.keeping import renaming
from library.pages.templates import TextRenderer
from library.words.translations import Words

WORK = "knowledge-products/gylym-and-government.yml"
TEXT = "case-studies/one-window.md"
TRANSLATION = "case-studies/one-window.kk.md"


def test_a_missing_translation_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path(TRANSLATION).unlink()
    found = catalogue_copy.problem("missing-translation", TEXT, "editions:")
    assert '"kk"' in found.message
    assert "one-window.kk.md" in found.hint


def test_an_empty_translation_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(TRANSLATION, "\n \n")
    catalogue_copy.problem("missing-translation", TEXT, "editions:")


@pytest.mark.parametrize("language", ["ko", "en", "xx"])
def test_a_translation_that_no_edition_announces_is_a_problem(catalogue_copy: SpoiltCatalogue, language: str) -> None:
    catalogue_copy.write(f"case-studies/one-window.{language}.md", "# Text\n")
    found = catalogue_copy.problem("stray-translation", f"case-studies/one-window.{language}.md")
    assert '"one-window"' in found.message


def test_a_translation_of_no_work_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("case-studies/two-windows.ru.md", "# Два окна\n")
    found = catalogue_copy.problems()
    assert [problem.path for problem in found] == ["catalogue/case-studies/two-windows.ru.md"]
    assert found[0].code in ("stray-file", "stray-translation")


def test_a_second_text_in_the_language_of_the_body_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    # One of the two would be read by nobody.
    catalogue_copy.write("case-studies/one-window.ru.md", "# Другое окно\n")
    catalogue_copy.problem("stray-translation", "case-studies/one-window.ru.md")


def test_a_body_that_no_edition_announces_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path(TRANSLATION).unlink()
    catalogue_copy.write(TEXT, catalogue_copy.text(TEXT).replace("    text: here\n", ""))
    catalogue_copy.problem("text-without-edition", TEXT, "editions:")


def test_a_text_in_an_edition_without_a_language_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(TEXT, "    language: ru\n    text: here", "    text: here")
    problems = catalogue_copy.problems()
    assert "text-without-edition" in [problem.code for problem in problems]


def test_a_text_in_a_record_that_holds_no_markdown_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "    language: ru\n", "    language: ru\n    text: here\n")
    found = catalogue_copy.problem("text-without-markdown", WORK, "here")
    assert "text: here" in found.message


@pytest.mark.parametrize(
    ("markdown", "begins"),
    [
        ("Текст <script>alert(1)</script>", "<s"),
        ("Текст <b>жирный</b>", "<b"),
        ("<!-- скрыто -->", "<!"),
        ("</div>", "</"),
        ("<?php ?>", "<?"),
        ("[нажми](javascript:alert(1))", "](javascript:"),
        ("[нажми]( JavaScript:alert(1))", "]( JavaScript:"),
        ("![](data:text/html;base64,AAAA)", "](data:"),
        ("[нажми](vbscript:x)", "](vbscript:"),
        ("<https://example.org/>", "<h"),
    ],
)
def test_html_and_script_in_a_text_are_problems(catalogue_copy: SpoiltCatalogue, markdown: str, begins: str) -> None:
    catalogue_copy.replace(TEXT, "До реформы", f"{markdown} До реформы")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("markup", f"catalogue/{TEXT}")]
    line, column = catalogue_copy.place(TEXT, markdown)
    assert (problems[0].line, problems[0].column) == (line, column + markdown.index(begins))
    assert f'"{begins}"' in problems[0].message


def test_html_in_a_translation_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(TRANSLATION, "Реформаға дейін", "Реформаға <i>дейін</i>")
    catalogue_copy.problem("markup", TRANSLATION, "<i>")


@pytest.mark.parametrize(
    "markdown",
    [
        "[нажми][a]\n\n[a]: javascript:alert(1)",
        "[нажми](&#106;avascript:alert(1))",
        "[нажми](&#x6A;avascript:alert(1))",
        "[нажми](java&Tab;script:alert(1))",
        "[нажми](&#9;javascript:alert(1))",
        "\\`[нажми](javascript:alert(1))\\`",
        "``a ` b`` [нажми](javascript:alert(1)) `c`",
        "Слово[^1]\n\n[^1]: [нажми](JavaScript:alert(1))",
        "![нажми](javascript:alert(1))",
        "[нажми](data:text/html,alert)",
        "[нажми][a]\n\n[a]: data:text/html,alert",
    ],
)
def test_script_in_a_link_of_a_text_never_runs(catalogue_copy: SpoiltCatalogue, markdown: str) -> None:
    catalogue_copy.replace(TEXT, "До реформы", f"{markdown}\n\nДо реформы")
    refused = {problem.code for problem in catalogue_copy.problems()} == {"markup"}
    # Browsers leave tabs, line breaks and leading spaces out of an address before they look at its scheme.
    links = re.findall(r'(?:href|src)="([^"]*)"', str(TextRenderer(Words("en", ROOT / "overrides" / "locales"))(markdown)))
    schemes = [re.sub(r"[\t\n\r]", "", unescape(link)).lstrip().lower().partition(":")[0] for link in links]
    assert refused or not {"javascript", "data", "vbscript"} & set(schemes)


@pytest.mark.parametrize(
    "markdown",
    [
        "`<script>` и `](javascript:`",
        "2 < 3 и 5 > 4",
        "a <- b",
        "**жирный** & [сайт](https://example.org/?a=1&b=2)",
        "[почта](mailto:a@example.org)",
        "[выше](#одно-окно)",
    ],
)
def test_plain_markdown_is_allowed(catalogue_copy: SpoiltCatalogue, markdown: str) -> None:
    catalogue_copy.replace(TEXT, "До реформы", f"{markdown}\n\nДо реформы")
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize("control", ["\x00", "\x1b", "\u2028", "\ue000", "\ue001body\ue002", "\ufffe", "\uffff"])
def test_a_control_character_in_a_translation_is_a_problem(catalogue_copy: SpoiltCatalogue, control: str) -> None:
    catalogue_copy.replace(TRANSLATION, "Реформаға дейін", f"Реформаға {control} дейін")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/{TRANSLATION}")]


def test_a_translation_that_is_not_utf_8_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(TRANSLATION, "# Бір терезе\n\nОкно\n".encode("utf-16"))
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/{TRANSLATION}")]


def test_a_byte_order_mark_in_a_translation_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(TRANSLATION, b"\xef\xbb\xbf" + catalogue_copy.text(TRANSLATION).encode())
    assert [problem.code for problem in catalogue_copy.problems()] == ["bad-encoding"]


@pytest.mark.parametrize("rule", ["-" * 40, "*" * 40, "- " * 20, "* * *", "| --- | --- |"])
def test_a_rule_across_the_page_is_not_taken_for_nesting(rule: str) -> None:
    assert markdown_problems("text.md", f"One\n\n{rule}\n\nTwo", 1) == []


@pytest.mark.parametrize("text", ["- " * 5000 + "x", "> " * 5000 + "x", ">" * 5000 + "x", "[" * 5000])
def test_nesting_that_would_exhaust_the_parser_is_a_problem(text: str) -> None:
    assert [problem.code for problem in markdown_problems("text.md", text, 7)] == ["too-deep"]


def test_a_picture_in_a_text_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(TEXT, "\nСм. ![план](https://tracker.example/pixel.png)\n")
    found = catalogue_copy.problem("picture-in-text", TEXT, "![план]")
    assert "other hosts" in found.message


def test_a_text_leads_to_a_work_by_its_id_and_follows_when_that_is_renamed(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(TEXT, "\nКак [в книге](work:held-book) и [в статье](work:pay-and-ethics), но не `[так](work:x)`.\n")
    text = load(catalogue_copy.folder).texts["one-window", "ru"]
    assert "[в книге](../../publications/held-book/) и [в статье](../../journal/10/pay-and-ethics/), но не `[так](work:x)`" in text
    renaming.rename(load(catalogue_copy.folder), "work", "held-book", "kept-book").carry_out()
    assert "[в книге](../../publications/kept-book/)" in load(catalogue_copy.folder).texts["one-window", "ru"]


def test_a_link_to_no_work_is_named_with_its_line(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(TRANSLATION, "\n[кітап](work:held-bok)\n")
    found = catalogue_copy.problem("unknown-work", TRANSLATION, "work:held-bok")
    assert 'did you mean "held-book"' in found.hint
