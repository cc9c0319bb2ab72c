"""The parts of a preview: ranges of commits, differences of two sites, and a comment that shows text as text."""

from __future__ import annotations

import html
import re
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from catalogues import ROOT
from hypothesis import example, given
from hypothesis import strategies as st
from library.catalogue.catalogue import Catalogue
from library.preview import pictures, states
from library.preview.comment import LONGEST, MARK, Preview, comment, fenced, plain
from library.preview.differences import Differences, Page, compared, of_works
from library.preview.making import for_programs
from library.preview.states import Range, Unknown
from library.preview.works import Coverage, changed_works, coverage
from library.words.translations import Words

NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh", "ko": "Korean"}
ENGLISH = Words("en", ROOT / "overrides" / "locales")


# -- ranges and states ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [("main..HEAD", ("main", "HEAD")), ("main..", ("main", "HEAD")), ("main", ("main", "")), ("v1.0..feature/x", ("v1.0", "feature/x"))],
)
def test_a_range_of_commits(text: str, read: tuple[str, str]) -> None:
    found = Range.read(text)
    assert (found.base, found.head) == read


@pytest.mark.parametrize("text", ["", "..HEAD", "main...HEAD"])
def test_no_range(text: str) -> None:
    with pytest.raises(Unknown, match=re.escape("write BASE..HEAD")):
        Range.read(text)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of two commits with something on the disk that is in neither."""
    folder = tmp_path / "repository"
    folder.mkdir()

    def git(*words: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    (folder / "one.txt").write_text("first")
    (folder / "gone.txt").write_text("first")
    git("add", ".")
    git("commit", "-qm", "first")
    (folder / "one.txt").write_text("second")
    (folder / "gone.txt").unlink()
    git("commit", "-qam", "second")
    (folder / ".gitignore").write_text("left-out\n")
    (folder / "left-out").write_text("")
    (folder / "one.txt").write_text("third")
    return folder


def test_states_are_laid_out_one_after_the_other(repository: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    states.lay_out(repository, states.resolved(repository, "HEAD~1"), into)
    (into / "site").mkdir()
    assert {path.name: path.read_text() for path in into.glob("*.txt")} == {"one.txt": "first", "gone.txt": "first"}
    states.lay_out(repository, states.resolved(repository, "main"), into)
    assert {path.name: path.read_text() for path in into.glob("*.txt")} == {"one.txt": "second"}
    assert states.resolved(repository, "") == ""
    states.lay_out(repository, "", into)
    assert (into / "one.txt").read_text() == "third"
    assert sorted(path.name for path in into.iterdir()) == [".gitignore", "one.txt", "site"]


@pytest.mark.parametrize("name", ["no-such-branch", "--help", "HEAD:one.txt"])
def test_a_name_that_git_does_not_know(repository: Path, name: str) -> None:
    with pytest.raises(Unknown, match=re.escape(f'git knows no commit "{name}"')):
        states.resolved(repository, name)


# -- differences ----------------------------------------------------------------------------------


def _site(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_differences_of_two_sites(tmp_path: Path) -> None:
    before = _site(
        tmp_path / "a",
        **{"index.html": "<title>One – The library</title>", "ru/x/index.html": "", "a.bib": "1", "feed.xml": "1", "same.bib": ""},
    )
    changed = {
        "index.html": "<title>One &amp;\n two – The library</title>",
        "kk/y/index.html": "<title>Y</title>",
        "a.bib": "2",
        "b.bib": "",
        "same.bib": "",
    }
    found = compared(before, _site(tmp_path / "b", **changed), tuple(NAMES))
    assert found.pages == {
        "en": [Page("index.html", "One & two", "changed")],
        "ru": [Page("ru/x/index.html", "", "gone")],
        "kk": [Page("kk/y/index.html", "Y", "new")],
        "ko": [],
    }
    assert found.others == Counter({("citations", "changed"): 1, ("citations", "new"): 1, ("feeds", "gone"): 1})


def test_the_pages_of_works_come_first() -> None:
    pages = [Page("a/index.html", "", "changed"), Page("ru/publications/w/index.html", "", "changed")]
    assert [page.path for page in of_works(pages, ["publications/w"])] == ["ru/publications/w/index.html", "a/index.html"]


def test_works_and_coverage_of_two_catalogues(small_catalogue: Catalogue) -> None:
    work_id, placed = next(
        (key, each) for key, each in small_catalogue.works.items() if len(each.work.summary) == 4 and not each.work.withdrawn
    )
    summary = {language: text for language, text in placed.work.summary.items() if language != "kk"}
    works = {**small_catalogue.works, work_id: replace(placed, work=placed.work.model_copy(update={"summary": summary}))}
    before = replace(small_catalogue, works=works)
    assert [(work.id, work.how) for work in changed_works(before, small_catalogue)] == [(work_id, "changed")]
    (gained,) = coverage(before, small_catalogue)
    assert (gained.field, gained.language, gained.has - gained.had) == ("summary", "kk", 1)
    less = replace(small_catalogue, works={key: each for key, each in small_catalogue.works.items() if key != work_id})
    assert [(work.id, work.how) for work in changed_works(less, small_catalogue)] == [(work_id, "new")]
    assert [(work.id, work.how) for work in changed_works(small_catalogue, less)] == [(work_id, "gone")]
    assert changed_works(small_catalogue, small_catalogue) == []
    assert coverage(small_catalogue, small_catalogue) == []
    assert changed_works(None, small_catalogue) == []


# -- the comment ----------------------------------------------------------------------------------


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=60))
@example("[x](y) ![z](w) **b** <script>alert(1)</script> & @team `code` #1 https://example.org www.example.org ~~s~~ a|b $x$ \\*")
def test_text_of_a_record_stays_text_in_a_comment(text: str) -> None:
    shown = markdown.markdown(f"- x {plain(text)}", extensions=["fenced_code", "tables"])
    inside = re.sub(r"</?(ul|li)>", "", shown)
    assert "<" not in inside
    assert html.unescape(inside).replace("\u200b", "").strip() == f"x {' '.join(text.split())}".strip()
    assert not re.search(r"[@#]\w", html.unescape(inside))


@given(st.lists(st.text("`~ab \\", max_size=12), max_size=6))
def test_a_fence_holds_whatever_lies_in_it(lines: list[str]) -> None:
    made = fenced(lines)
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    assert made[1:-1] == lines
    assert len(made[0]) == len(made[-1]) > longest


def test_a_comment_tells_what_changes(small_catalogue: Catalogue) -> None:
    less = replace(small_catalogue, works=dict(list(small_catalogue.works.items())[1:]))
    (work,) = changed_works(less, small_catalogue)
    preview = Preview(
        differences=Differences(
            {"en": [Page("publications/x/index.html", "A title", "new")], "ru": []}, Counter({("feeds", "changed"): 3})
        ),
        works=[work],
        coverage=[Coverage("summary", "kk", 61, 62, 133)],
        citations={work.id: ["-  year = {2015},", "+  year = {2016},"]},
        pictures={work.id: "pictures/x.png"},
    )
    told = comment(preview, ENGLISH, NAMES)
    assert told.startswith(MARK)
    for said in (
        f"`{work.id}`: added (screenshot: `pictures/x.png`)",
        "- Summaries (Kazakh): 61 → 62 of 133",
        "<details><summary>English: 1 page differs</summary>",
        "- A title `/publications/x/`: added",
        "Other files that differ: feeds 3.",
        "```diff\n-  year = {2015},\n+  year = {2016},\n```",
    ):
        assert said in told
    assert "Russian" not in told
    assert "The site does not change." in comment(Preview(), ENGLISH, NAMES)
    refused = comment(Preview(refused="catalogue/a.yml:1:1: bad: `x`"), ENGLISH, NAMES)
    assert "cannot be built" in refused
    assert "```\ncatalogue/a.yml:1:1: bad: `x`\n```" in refused


def test_a_comment_is_never_longer_than_a_forge_takes() -> None:
    lines = [f"+ {'x' * 900} {number}" for number in range(100)]
    told = comment(Preview(refused="\n".join(lines)), ENGLISH, NAMES)
    assert len(told) < LONGEST + 200
    assert told.count("```") == 2
    assert told.endswith("The preview shows the rest.")


def test_every_language_has_the_words_of_a_comment() -> None:
    told = {language: comment(Preview(no_base="x"), Words(language, ROOT / "overrides" / "locales"), NAMES) for language in NAMES}
    assert len(set(told.values())) == len(NAMES)


def test_a_picture_ends_where_both_pages_do(tmp_path: Path) -> None:
    from PIL import Image

    page = Image.new("RGB", (100, 400), "white")
    page.paste("black", (10, 10, 20, 120))
    assert pictures._end(page) == 120 + pictures.GAP
    assert pictures._end(Image.new("RGB", (100, 400), "white")) == 400
    assert not pictures.side_by_side("no-such-browser", tmp_path / "a.html", None, tmp_path / "b.png")


def test_a_preview_is_told_to_programs() -> None:
    told = for_programs(Preview(refused="catalogue/x.yml: no title"), Path("out"))
    assert told == {
        "folder": "out",
        "comment": str(Path("out", "comment.md")),
        "refused": "catalogue/x.yml: no title",
        "works": [],
        "pages": {},
        "others": 0,
    }
