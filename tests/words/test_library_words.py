"""The library's own words keep its rules; the rules themselves are sound."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from catalogues import ROOT, SMALL
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import Facet, index
from library.words.labels import FACET_BY_PATH, Labels
from library.words.rules import Rules, Text, WrongRules, every_text
from library.words.rules.agreed import glossary
from library.words.rules.language import load_language
from library.words.rules.texts import IN_CATALOGUE
from library.words.translations import Words

LOCALES = ROOT / "overrides" / "locales"
LANGUAGES = ("en", "ru", "kk", "ko")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
GUIDE = (LOCALES / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def texts(real_catalogue: Catalogue) -> list[Text]:
    return list(every_text(real_catalogue, LOCALES, ROOT / "docs"))


def test_every_kind_of_text_is_read_in_every_language(texts: list[Text]) -> None:
    kinds = {(text.part, text.language) for text in texts}
    parts = ("interface", "guide", "label", "scope", "name", "title", "summary")
    assert kinds == {(part, language) for part in parts for language in LANGUAGES}
    assert all(text.text and text.place()[0] > 0 for text in texts[::97])


def test_no_word_of_the_interface_and_the_guides_breaks_a_rule(rules: Rules, texts: list[Text]) -> None:
    # Those of records are the business of scripts/check, which refuses them.
    assert [str(finding.problem()) for finding in rules.check(text for text in texts if text.part not in IN_CATALOGUE)] == []


def test_every_line_of_a_guide_has_its_counterpart() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        if "." not in page.stem:
            translations = [other for other in page.parent.glob(f"{page.stem}.*md") if "staff" not in page.parts or ".ko" not in other.name]
            lengths = {len(other.read_text("utf-8").split("\n")) for other in translations}
            assert len(lengths) == 1, f"{page.stem}: the checks compare the guides line by line"


# -- the rules as data -----------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_is_told_in_the_guide(language: str) -> None:
    for rule in load_language(language, LOCALES).rules:
        assert f"`{rule.id}`" in GUIDE or f"### {rule.id}\n" in GUIDE, rule.id


def test_each_finding_of_the_code_is_told_in_the_guide() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "hooks/library/words/rules").glob("*.py"))
    codes = set(re.findall(r'Finding\(\s*text,\s*"([a-z-]+)"', source)) | {f"{kind}-word" for kind in ("glossary", "label", "body")}
    assert len(codes) >= 10
    assert [code for code in sorted(codes) if f"### {code}\n" not in GUIDE] == []


def test_an_exception_names_a_text_that_there_is(real_catalogue: Catalogue, texts: list[Text]) -> None:
    known = {text.id for text in texts}
    named = {exception.at for entry in glossary(real_catalogue.folder) for exception in entry.exceptions}
    for language in LANGUAGES:
        named |= {at for rule in load_language(language, LOCALES).rules for at in rule.but_in}
    assert named - known == set()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("rules: [{id: a, find: '('}]", "'say'"),
        ("rules: [{id: a, find: '(', say: b}]", "no regular expression"),
        ("rules: [{id: a, find: b, say: c, in: [pages]}]", "'pages' is no part"),
        ("rule: []", "no field 'rule'"),
        ("rules: [", "rules.yml"),
    ],
)
def test_a_wrong_file_of_rules_is_told_with_its_name(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "rules.yml").write_text(content, "utf-8")
    with pytest.raises(WrongRules, match=re.escape(told)) as error:
        load_language("ru", tmp_path)
    assert "overrides/locales/ru/rules.yml" in str(error.value)


def test_the_glossary_is_sorted_and_has_each_term_once() -> None:
    entries = yaml.safe_load((ROOT / "catalogue/vocabularies/glossary.yml").read_text("utf-8"))
    terms = [entry["en"].lower() for entry in entries]
    assert terms == sorted(set(terms))


# -- scripts/check -----------------------------------------------------------------------


@pytest.mark.costly
def test_the_command_names_file_and_line_of_a_fault_in_a_copy(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(SMALL, folder)
    path = folder / "knowledge-products" / "forty-countries.yml"
    text = path.read_text("utf-8")
    line = next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith("summary:"))
    changed = re.sub(r"(?s)\nsummary:.*?\n\n", _SUMMARY, text, count=1)
    path.write_text(changed, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "library", "check", "--words", str(folder)], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert done.returncode == 1
    told = [line for line in done.stdout.split("\n") if line.startswith("catalogue/knowledge-products/forty-countries.yml:")]
    assert [(entry.split(":")[1], entry.split(": ")[1]) for entry in told] == [
        (str(line + 2), "yo"),
        (str(line + 3), "dash"),
        (str(line + 3), "lost-number"),
    ]
    assert "Traceback" not in done.stdout + done.stderr


_SUMMARY = """
summary:
  en: A survey of 2016.
  ru: Отчёт 2016 года.
  kk: Былтырғы — зерттеу.
  ko: 2016년의 조사이다.

"""


# -- texts that are put together -------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "English, Russian, language not stated"),
        ("ru", "Английский, русский, язык не указан"),
        ("kk", "Ағылшын тілі, орыс тілі, тілі көрсетілмеген"),
        ("ko", "영어, 러시아어, 언어가 명시되지 않음"),
    ],
)
def test_in_a_list_of_languages_only_the_first_has_a_capital(real_catalogue: Catalogue, language: str, said: str) -> None:
    labels = Labels(real_catalogue, index(real_catalogue), Words(language, LOCALES))
    assert ", ".join(labels.language_list(("en", "ru", ""))) == said


@pytest.mark.parametrize(("language", "gap"), [("en", " "), ("ru", " "), ("kk", " "), ("ko", "")])
def test_no_space_stands_before_a_bracket_in_korean(language: str, gap: str) -> None:
    assert Words(language, LOCALES).before_bracket == gap


def test_no_template_puts_a_space_of_its_own_before_a_bracket() -> None:
    for path in (ROOT / "overrides").rglob("*.html"):
        assert not re.search(r" \(\{\{", path.read_text("utf-8")), path.name


def test_a_further_facet_over_parties_has_their_names(real_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    issuers = Facet("issuers", "parties", lambda catalogue, placed: filter(None, [catalogue.issuer_of(placed)]))
    labels = Labels(real_catalogue, index(real_catalogue), Words("ru", LOCALES))
    parties = [party for placed in real_catalogue.listed for party in issuers.terms_of(real_catalogue, placed)][:9]
    monkeypatch.setitem(FACET_BY_PATH, "issuers", issuers)
    assert [labels.term("issuers", party) for party in parties] == [labels.term("people", party) for party in parties]
    assert labels.sort("issuers", parties) == labels.sort("people", parties)
