"""Whether nothing has changed is told from outside: in doubt it has."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from library import unchanged
from library.press.stamps import MARGIN, stamps, young
from library.unchanged import Finished

LONG_AGO = 4 * MARGIN


class Site:
    """A folder of sources and a site made of them, some time ago."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sources = folder / "sources"
        self.site = folder / "site"
        for path in ("sources/a.yml", "sources/below/b.md", "site/index.html", "site/a/index.html"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(path)

    @property
    def finished(self) -> Finished:
        return Finished(self.folder / "cache", "asked")

    def keep(self, later: int = LONG_AGO, *, meanwhile: Callable[[], object] = lambda: None) -> None:
        """As if the build had begun so many nanoseconds after everything was written; something may happen while it lasts."""
        finished = self.finished
        finished.began = time.time_ns() + later
        watched = (str(self.sources), str(self.folder / "not-there"))
        outputs = {
            path.relative_to(self.site).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns)
            for path in self.site.rglob("*")
            if path.is_file()
        }
        inputs = finished.look(watched)
        meanwhile()
        finished.keep(inputs, watched, {"LIBRARY_ASKED": os.environ.get("LIBRARY_ASKED")}, self.site, outputs, (2, 0, 2))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(unchanged, "_packages", dict)  # whatever is being installed beside the tests
    return Site(tmp_path)


def test_where_nothing_was_kept_nothing_is_said(site: Site) -> None:
    assert site.finished.unchanged() is None


def test_what_did_not_change_is_told_with_its_numbers(site: Site) -> None:
    site.keep()
    assert site.finished.unchanged() == (2, 0, 2)


def _same_size(site: Site) -> None:
    path = site.sources / "a.yml"
    before = path.stat()
    path.write_text("SOURCES/A.YML")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Site], object]] = {
    "a source of another text": lambda site: (site.sources / "a.yml").write_text("other"),
    "a source of another text with its old size and time": _same_size,
    "a source more": lambda site: (site.sources / "below" / "c.md").write_text(""),
    "an empty folder": lambda site: (site.sources / "d.yml").mkdir(),
    "a source less": lambda site: (site.sources / "a.yml").unlink(),
    "a source put in the place of another": lambda site: os.replace(site.sources / "below" / "b.md", site.sources / "a.yml"),
    "a file where there was none": lambda site: (site.folder / "not-there").write_text(""),
    "a file of the site gone": lambda site: (site.site / "index.html").unlink(),
    "a file of the site spoilt": lambda site: (site.site / "index.html").write_text("spoilt"),
    "a strange file in the site": lambda site: (site.site / "a" / "strange.html").write_text(""),
    "the site gone": lambda site: os.replace(site.site, site.folder / "elsewhere"),
    "a build that was stopped": lambda site: (site.folder / ".site.journal").write_text("{}"),
    "what is kept is damaged": lambda site: site.finished.path.write_bytes(site.finished.path.read_bytes()[:-1]),
    "what is kept is empty": lambda site: site.finished.path.write_bytes(b""),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(site: Site, change: str) -> None:
    site.keep()
    CHANGES[change](site)
    assert site.finished.unchanged() is None


def test_another_value_of_a_variable_is_a_change(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.keep()
    monkeypatch.setenv("LIBRARY_ASKED", "https://library.example.org/")
    assert site.finished.unchanged() is None


def test_other_packages_are_a_change(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.keep()
    monkeypatch.setattr(unchanged, "_packages", lambda: stamps([str(site.sources)]))
    assert site.finished.unchanged() is None


def test_another_copy_of_the_program_is_a_change(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.keep()
    monkeypatch.setattr(unchanged, "PACKAGE", site.folder)
    assert site.finished.unchanged() is None


def test_another_question_has_no_answer(site: Site) -> None:
    site.keep()
    assert Finished(site.folder / "cache", "another").unchanged() is None


def test_what_is_the_hosts_and_compiled_python_are_no_change(site: Site) -> None:
    site.keep()
    (site.site / ".nojekyll").write_text("")
    (site.sources / "__pycache__").mkdir()
    (site.sources / "__pycache__" / "a.pyc").write_text("")
    assert site.finished.unchanged()


YOUNG = MARGIN // 2


def test_what_was_changed_shortly_before_is_told_by_what_it_holds(site: Site) -> None:
    site.keep(YOUNG)
    assert site.finished.unchanged() == (2, 0, 2)


def _in_the_same_tick(path: Path, text: str) -> None:
    """Changes a file in a way that its stamp does not tell."""
    found = stamps([str(path)])[str(path)]
    path.write_text(text)
    real = unchanged.stamps
    unchanged.stamps = lambda paths: {each: found if each == str(path) else one for each, one in real(paths).items()}  # type: ignore[assignment]


@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_change_in_the_same_tick_is_seen(site: Site, monkeypatch: pytest.MonkeyPatch, meanwhile: bool) -> None:
    monkeypatch.setattr(unchanged, "stamps", unchanged.stamps)  # put back afterwards

    def change() -> None:
        _in_the_same_tick(site.sources / "a.yml", "SOURCES/A.YML")

    site.keep(YOUNG, meanwhile=change if meanwhile else lambda: None)
    if not meanwhile:
        change()
    assert site.finished.unchanged() is None


def test_what_was_changed_since_the_build_began_is_not_trusted(site: Site) -> None:
    site.keep()
    site.keep(-YOUNG)
    assert site.finished.unchanged() is None


def test_young_code_is_not_trusted(site: Site) -> None:
    (site.sources / "hook.py").write_text("")
    site.keep()
    assert site.finished.unchanged()
    site.keep(YOUNG)
    assert site.finished.unchanged() is None


def test_too_much_that_is_young_is_not_read(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("library.press.stamps.READ_AT_MOST", 3)
    site.keep(YOUNG)
    assert site.finished.unchanged() is None


def test_what_the_build_itself_wrote_is_no_change(site: Site) -> None:
    finished = site.finished
    finished.began = time.time_ns() - YOUNG
    watched = (str(site.sources),)
    inputs = finished.look(watched, ours=True)
    finished.keep(inputs, watched, {}, site.folder / "nowhere", {}, (0, 0, 0))
    assert finished.unchanged() == (0, 0, 0)


def test_a_file_from_the_future_is_young(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("")
    found = stamps([str(path)])
    assert not young(found, time.time_ns() + LONG_AGO)
    os.utime(path, ns=(time.time_ns() + 3 * LONG_AGO,) * 2)
    assert young(stamps([str(path)]), time.time_ns() + LONG_AGO)


def test_folders_that_lead_to_themselves_are_entered_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_text("")
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    assert set(stamps([str(tmp_path / "a")])) == {f"{tmp_path}/a/", f"{tmp_path}/a/b"}


def test_a_link_has_the_stamp_of_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "there").write_text("1")
    (tmp_path / "folder" / "link").symlink_to(tmp_path / "there")
    before = stamps([str(tmp_path / "folder")])
    (tmp_path / "there").write_text("22")
    assert stamps([str(tmp_path / "folder")]) != before
