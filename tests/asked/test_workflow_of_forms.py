"""The workflow of readers' forms, its own lines run: a hostile issue becomes a branch with a record, and nothing else happens."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogues import ROOT, SMALL
from filling_in import ADDRESS, body_of
from library.asked.forms import Form

pytestmark = pytest.mark.slow
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "issues.yml").read_text("utf-8"))
TITLE = "Ethics $(touch pwned) `touch pwned` \"; touch pwned; # ' %0a::error::x"
BOT = "41898282+github-actions[bot]@users.noreply.github.com"


def lines_of(job: str) -> str:
    """The longest script of a job."""
    return max((step["run"] for step in WORKFLOW["jobs"][job]["steps"] if "run" in step), key=len)


class Runner:
    """A machine of the host: a clone of a repository, and a ``gh`` that writes down what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked = folder / "asked.txt"
        bin_ = folder / "bin"
        bin_.mkdir()
        (bin_ / "gh").write_text(f'#!/bin/sh\necho "$*" >> {self.asked}\ncase "$1 $2" in "pr view") echo NONE;; esac\n')
        (bin_ / "gh").chmod(0o755)
        self.environment = {
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "HOME": str(folder),
            "RUNNER_TEMP": str(folder / "temp"),
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_EVENT_PATH": str(folder / "event.json"),
            "SOURCE_DATE_EPOCH": os.environ["SOURCE_DATE_EPOCH"],
            "GH_TOKEN": "t",
            "REPOSITORY": "example/library",
            "NUMBER": "7",
        }
        self.project = folder / "project"
        (self.project / ".github").mkdir(parents=True)
        shutil.copytree(SMALL, self.project / "catalogue")
        shutil.copytree(ROOT / ".github" / "ISSUE_TEMPLATE", self.project / ".github" / "ISSUE_TEMPLATE")
        (self.project / "overrides").symlink_to(ROOT / "overrides")
        (self.project / "hooks").symlink_to(ROOT / "hooks")
        (self.project / ".venv" / "bin").mkdir(parents=True)
        (self.project / ".venv" / "bin" / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
        (self.project / ".venv" / "bin" / "python").chmod(0o755)
        (self.project / ".gitignore").write_text(".venv\n__pycache__\n")
        self.run(
            "git init -qb main . && git config user.name x && git config user.email x@example.org && git add . && git commit -qm x && "
            f"git clone -q --bare . {folder}/host.git && "
            f"git config --global url.{folder}/host.git.insteadOf https://x-access-token:t@github.com/example/library.git"
        )

    def run(self, script: str) -> str:
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script], cwd=self.project, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def issue(self, body: str) -> dict[str, str]:
        """Opens an issue: what the first job gives to the others. The second, where it is to run, is run."""
        Path(self.environment["GITHUB_EVENT_PATH"]).write_text(json.dumps({"issue": {"body": body, "html_url": ADDRESS, "number": 7}}))
        output = Path(self.environment["GITHUB_OUTPUT"])
        output.unlink(missing_ok=True)
        self.run(lines_of("read"))
        told: dict[str, Any] = dict(line.split("=", 1) for line in output.read_text().splitlines()) if output.exists() else {}
        answer = Path(self.environment["RUNNER_TEMP"]) / "answer"
        shutil.rmtree(answer, ignore_errors=True)
        shutil.copytree(self.project / "answer", answer)
        self.run("git reset -q --hard main && git clean -qfdx -e .venv -e hooks -e overrides && git checkout -q main")
        if told.get("answered"):
            self.run(lines_of("propose"))
            self.run("git checkout -q main")
        return told

    def branch(self) -> list[str]:
        return self.run(f"git --git-dir {self.folder}/host.git diff --name-status main issue-7").split("\n")[:-1]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def form_of(known: list[Form], kind: str, **answers: str) -> str:
    return body_of(next(form for form in known if (form.kind, form.language) == (kind, "ru")), answers)


def test_a_hostile_form_becomes_a_branch_with_records_alone(runner: Runner, known: list[Form]) -> None:
    body = form_of(known, "add-publication", title=TITLE, languages="English", source=TITLE, authors="Doe, Jane")
    assert runner.issue(body) == {"answered": "yes", "changed": "yes"}
    new, changed = sorted(runner.branch())
    assert new.startswith("A\tcatalogue/knowledge-products/ethics-touch-pwned") and changed == "M\tcatalogue/vocabularies/parties.yml"
    asked = runner.asked.read_text().splitlines()
    assert [line.split(" --body-file")[0] for line in asked if " view " not in line] == [
        "pr create --head issue-7 --title Issue 7",
        "issue comment 7 --edit-last --create-if-none",
    ]
    assert not list(runner.folder.rglob("pwned"))
    # Somebody of the library works on the proposal, and the reader mends the form meanwhile.
    runner.run(
        f"git fetch -q {runner.folder}/host.git issue-7 && git checkout -q FETCH_HEAD && git -c user.email=y@example.org commit -q --allow-empty -m y && "
        f"git push -q {runner.folder}/host.git HEAD:issue-7 && git checkout -q main && git branch -qD issue-7"
    )
    before = runner.run(f"git --git-dir {runner.folder}/host.git rev-parse issue-7")
    runner.issue(body.replace("Doe", "Roe"))
    assert runner.run(f"git --git-dir {runner.folder}/host.git rev-parse issue-7") == before


def test_what_people_have_to_read_is_answered_and_nothing_is_proposed(runner: Runner, known: list[Form]) -> None:
    assert runner.issue(form_of(known, "mistake", page="nowhere", wrong=TITLE, right="x", source="x")) == {"answered": "yes"}
    assert [line.split(" --body-file")[0] for line in runner.asked.read_text().splitlines()] == [
        "issue comment 7 --edit-last --create-if-none"
    ]


def test_what_is_no_form_is_left_alone(runner: Runner) -> None:
    assert runner.issue("A question\n\n### Title\n\nNothing else") == {}
    assert not runner.asked.exists()
