"""Workflows let nobody in: each action by its commit, each job with what it needs alone, and only what was tested published."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogues import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAY_WRITE = {
    ("check.yml", "tell"): {"pull-requests"},
    ("issues.yml", "propose"): {"contents", "issues", "pull-requests"},
    ("issues.yml", "check"): {"actions"},
    ("check.yml", "publish"): {"attestations", "id-token", "pages"},
    ("check.yml", "register"): {"contents"},
    ("weekly.yml", "propose"): {"contents", "pull-requests"},
    ("weekly.yml", "tell"): {"issues"},
}


def read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def steps(job: dict[str, Any]) -> str:
    return "\n".join(step.get("run", "") for step in job["steps"])


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run([zizmor, "--offline", "--no-progress", "--persona=auditor", ROOT], capture_output=True, text=True, check=False)
    assert (done.returncode, "No findings to report" in done.stdout) == (0, True), done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_stands_with_its_commit_and_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []


def test_an_action_has_one_version_in_all_workflows() -> None:
    used = {action for path in WORKFLOWS for action in re.findall(r"uses: (\S+)", path.read_text("utf-8"))}
    assert len({action.partition("@")[0] for action in used}) == len(used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_may_write_only_what_it_is_for_and_runs_nothing_of_others_there(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        writes = {what for what, how in job["permissions"].items() if how == "write"}
        assert writes == MAY_WRITE.get((path.name, name), set()), name
        if writes:
            assert not re.search(r"scripts/(?!.*\.yml)|pip |npm ", steps(job)), name


def test_what_is_published_was_built_and_tested_in_the_same_run() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "check.yml")
    publish = workflow["jobs"]["publish"]
    assert set(publish["needs"]) >= {"site", "tests"}
    assert "checkout" not in str(publish["steps"]) and "scripts/build" not in steps(publish)
    assert "workflow_run" not in workflow[True]  # "on", as YAML 1.1 reads it
    assert steps(workflow["jobs"]["site"]).count("scripts/build") == 1


def test_what_is_published_takes_nothing_from_an_older_run() -> None:
    site = read(ROOT / ".github" / "workflows" / "check.yml")["jobs"]["site"]
    caches = [step for step in site["steps"] if "actions/cache" in step.get("uses", "")]
    assert caches and all(step["if"] == "github.event_name == 'pull_request'" for step in caches)


def test_every_script_that_a_workflow_starts_is_there() -> None:
    named = {name for path in WORKFLOWS for name in re.findall(r"scripts/([a-z]+)", path.read_text("utf-8"))}
    assert [name for name in sorted(named) if not (ROOT / "scripts" / name).is_file()] == []


# -- what is locked --------------------------------------------------------------------------------


def test_every_licence_of_what_is_locked_is_known_and_fit() -> None:
    done = subprocess.run([sys.executable, "scripts/licences.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "Licences: all known and fit.\n")


@pytest.mark.parametrize(
    ("licence", "fit"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0", True),
        ("GPL-3.0 OR Apache-2.0", True),
        ("MIT AND GPL-3.0", False),
        ("(MIT AND PSF-2.0)", True),
        ("GNU General Public License v3", False),
        ("", False),
    ],
)
def test_a_licence_is_fit_where_one_of_its_alternatives_is(licence: str, fit: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "scripts")
    import licences

    assert licences.fit(licence) is fit
