"""A lawful change of the catalogue turns no test red: the library's own records, changed in every lawful way.

Tests that look at the library's own records are marked ``library`` by ``conftest.py``; here they pass
over a changed copy. To try others: LIBRARY_CATALOGUE=folder .venv/bin/python -m pytest -m library
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from catalogues import ROOT
from lawful_changes import Changing, changed_copy, pdf
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import index
from library.catalogue.loading import load
from sites import Built, build


@pytest.fixture(scope="module")
def changing(real_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Changing:
    return changed_copy(real_folder, tmp_path_factory.mktemp("lawful") / "catalogue")


@pytest.fixture(scope="module")
def changed(changing: Changing) -> Catalogue:
    """The changed copy: that it loads at all says that scripts/check finds nothing wrong with it."""
    return load(changing.folder)


# -- the copy is what it says ------------------------------------------------------------


@pytest.mark.costly
def test_every_kind_of_change_is_in_the_copy(changing: Changing, changed: Catalogue) -> None:
    before = changing.before
    for name, term in (
        ("parties", changing.person),
        ("themes", changing.theme),
        ("themes", changing.narrower),
        ("types", changing.type),
        ("series", changing.series),
        ("languages", changing.language),
    ):
        assert term in changed.vocabularies[name] and term not in before.vocabularies[name]
        assert index(changed).shelf("people" if name == "parties" else name, term).works, f"{term} is used"
    assert changed.vocabularies["themes"].ancestors(changing.narrower) == (changing.theme,)
    assert len(changed.vocabularies["parties"]) == len(before.vocabularies["parties"]) + 2
    assert [len(changed.issues[issue].articles) for issue in changed.issues if issue not in before.issues] == [3]
    assert len(changed.texts) == len(before.texts) + 2
    assert documents(changed) > documents(before)
    assert len(withdrawn(changed)) > len(withdrawn(before))
    assert [work for work in before.works if not before.works[work].issue and work in changed.works] == [], "every one was renamed"


def documents(catalogue: Catalogue) -> int:
    return sum(edition.file is not None for placed in catalogue.works.values() for edition in placed.work.editions)


def withdrawn(catalogue: Catalogue) -> list[Placed]:
    return [placed for placed in catalogue.works.values() if placed.work.withdrawn]


def test_no_edition_was_lost(changing: Changing, changed: Catalogue) -> None:
    def keys(catalogue: Catalogue) -> set[str]:
        return {edition.citation_key for placed in catalogue.works.values() for edition in placed.work.editions}

    assert keys(changing.before) < keys(changed)


def test_the_same_records_are_changed_in_the_same_way(changing: Changing, real_folder: Path, tmp_path: Path) -> None:
    again = changed_copy(real_folder, tmp_path / "catalogue").folder
    assert files(again) == files(changing.folder)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_the_document_that_is_added_is_a_whole_pdf(tmp_path: Path) -> None:
    (tmp_path / "document.pdf").write_bytes(pdf())
    done = subprocess.run(["pdfinfo", str(tmp_path / "document.pdf")], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Pages:           1\n" in done.stdout


# -- nothing to renew --------------------------------------------------------------------


@pytest.mark.slow
def test_new_terms_ask_for_no_renewal_of_a_file_that_git_keeps(changing: Changing, tmp_path: Path) -> None:
    for name in ("hooks", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(changing.folder, tmp_path / "catalogue")
    shutil.copy(ROOT / "catalogue" / "README.md", tmp_path / "catalogue")
    kept = files(tmp_path)
    environment = {**os.environ, "PYTHONPATH": "hooks"}
    for command in (["scripts/schemas", "--check"], ["-m", "library", "check"], ["scripts/schemas"], ["scripts/schemas", "--editors"]):
        done = subprocess.run([sys.executable, "-B", *command], cwd=tmp_path, capture_output=True, text=True, env=environment)
        assert done.returncode == 0, done.stdout + done.stderr
    after = files(tmp_path)
    made = {name for name in after if after[name] != kept.get(name)}
    assert made and all(name.startswith("catalogue/schemas/") for name in made)
    assert "/catalogue/schemas/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
    offered = after["catalogue/schemas/work.json"].decode()
    assert all(
        f'"{term}"' in offered
        for term in (changing.person, changing.theme, changing.narrower, changing.type, changing.series, changing.language)
    )


# -- the tests of content ----------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_tests_of_content_pass_over_the_changed_copy(changing: Changing, amount: Callable[[int, int], int]) -> None:
    # This very file is left out: the copy has the changes already. Of tests with many cases a few are tried, all of them in the long run.
    words = [
        *([] if amount(0, 1) else ["--quick", "--hypothesis-profile=quick"]),
        "-q",
        "-p",
        "no:cacheprovider",
        "--ignore",
        "tests/test_lawful_changes.py",
        "-m",
        "library and not slow and not alone",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words, "tests"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "LIBRARY_CATALOGUE": str(changing.folder)},
        timeout=900,
    )
    assert done.returncode == 0, done.stdout[-6000:]
    assert int(done.stdout.rsplit(" passed", 1)[0].split()[-1]) > 60


@pytest.fixture(scope="module")
def changed_site(changing: Changing, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("changed"), changing.folder)


@pytest.mark.slow
def test_the_changed_copy_builds_strictly(changed: Catalogue, changed_site: Built) -> None:
    assert "WARNING" not in changed_site.log
    for placed in changed.works.values():
        assert f"{placed.address}/index.html" in changed_site.pages
        for former in placed.work.former_addresses:
            assert 'http-equiv="refresh"' in changed_site.text(f"{former.strip('/')}/index.html")
