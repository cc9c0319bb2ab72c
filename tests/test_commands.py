"""scripts/test passes every phase and says what came of it; its reports tell a failure when it happens."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from catalogues import ROOT

pytest_plugins = ["pytester"]

# In the place of Python: keeps what pytest was asked, and ends as it is told.
PYTHON = """#!/usr/bin/env bash
echo "$*" >> asked
case "$*" in *"-m alone"*) exit "${ALONE:-0}" ;; *) exit "${TOGETHER:-0}" ;; esac
"""


class Checkout:
    """A folder with scripts/test itself, where everything it calls is a stand-in that does nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("scripts/test", "scripts/steps.sh", "tests/package-lock.json"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
        (folder / "tests" / "node_modules").mkdir()
        shutil.copy(ROOT / "tests" / "package-lock.json", folder / "tests" / "node_modules" / "installed")
        self.stand_in("scripts/setup")
        self.stand_in("scripts/lint", '#!/usr/bin/env bash\nexit "${LINT:-0}"\n')
        self.stand_in(".venv/bin/python", PYTHON)
        self.stand_in("bin/node", f'#!/usr/bin/env bash\nexec {shutil.which("node")} "$@"\n')
        for name in ("npm", "chromium", "chromium-headless-shell", "biber", "java", "lualatex", "kpsewhich", "pdftotext"):
            self.stand_in(f"bin/{name}")
        self.stand_in("bin/ldconfig", '#!/usr/bin/env bash\n[ -n "${NO_LIBRARY:-}" ] || echo libatomic.so.1\n')
        self.stand_in("bin/fc-list", '#!/usr/bin/env bash\n[ "$1" = "${NO_FONT:-}" ] || echo "$1"\n')

    def stand_in(self, name: str, text: str = "#!/usr/bin/env bash\n") -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(0o755)

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PATH": f"{self.folder / 'bin'}:/usr/bin:/bin", **variables}
        return subprocess.run([self.folder / "scripts" / "test", *words], env=environment, capture_output=True, text=True, check=False)

    @property
    def asked(self) -> list[str]:
        """What pytest was asked, a line each time."""
        path = self.folder / "asked"
        return path.read_text("utf-8").splitlines() if path.exists() else []


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def ends(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """Each phase and how it ended, as the last lines of the output tell."""
    *lines, whole = done.stdout.rstrip().split("\n\n")[-1].splitlines()
    assert re.fullmatch(r"The whole took \d+ min \d\d s\.", whole)
    return {line[:17].strip(): re.split(r"\s{2,}", line[17:])[0] for line in lines}


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        ({}, ["passed", "passed", "passed"]),
        ({"LINT": "1"}, ["FAILED", "passed", "passed"]),
        ({"TOGETHER": "1"}, ["passed", "FAILED", "passed"]),
        ({"ALONE": "1"}, ["passed", "passed", "FAILED"]),
        ({"TOGETHER": "2", "ALONE": "3"}, ["passed", "FAILED", "FAILED"]),
        ({"TOGETHER": "5"}, ["passed", "nothing to do", "passed"]),
        ({"TOGETHER": "5", "ALONE": "5"}, ["passed", "nothing to do", "nothing to do"]),
    ],
)
def test_every_phase_is_passed_whatever_came_of_the_one_before(checkout: Checkout, codes: dict[str, str], told: list[str]) -> None:
    done = checkout.run(**codes)
    assert len(checkout.asked) == 2
    assert ends(done) == dict(zip(["Form", "Together", "Alone"], told))
    assert done.returncode == (1 if "FAILED" in told else 0)


@pytest.mark.parametrize(("words", "phases"), [([], 3), (["quick"], 2), (["long"], 2)])
def test_every_phase_says_what_it_does_and_how_long_it_takes(checkout: Checkout, words: list[str], phases: int) -> None:
    assert len(re.findall(r"^== [A-Z][\w, ]+: .+ \(usually .+\)$", checkout.run(*words).stdout, re.MULTILINE)) == phases


def test_what_measures_time_runs_alone(checkout: Checkout) -> None:
    for words in ([], ["long"], ["quick"]):
        checkout.run(*words)
    for asked in checkout.asked:
        assert ("-n " in asked) == ("not alone" in asked) != ("-m alone" in asked), asked


def test_further_words_go_to_pytest(checkout: Checkout) -> None:
    for words in ([], ["quick"], ["long"]):
        checkout.run(*words, "-k", "covers", "tests/covers")
    assert len(checkout.asked) == 5
    assert all(asked.endswith("-k covers tests/covers") for asked in checkout.asked)


def test_the_full_numbers_are_those_of_the_long_tests_alone(checkout: Checkout) -> None:
    checkout.run()
    checkout.run("quick")
    assert not any("--long" in asked for asked in checkout.asked)
    before = len(checkout.asked)
    checkout.run("long")
    assert all("--long" in asked for asked in checkout.asked[before:])


def test_what_is_missing_is_named_and_nothing_done(checkout: Checkout) -> None:
    assert checkout.run("needs").stdout == "\n"
    assert checkout.run("needs", NO_FONT="Liberation Sans").stdout == "fonts-liberation\n"
    assert checkout.run("needs", NO_FONT="Bandal").stdout == "fonts-alee\n"
    assert checkout.run("needs", NO_LIBRARY="yes").stdout == "libatomic1\n"
    assert checkout.asked == []


def test_a_node_that_is_too_old_is_told_with_its_remedy(checkout: Checkout) -> None:
    checkout.stand_in("bin/node", '#!/usr/bin/env bash\n[ "$1" = -p ] && echo 16 || echo v16.20.2\n')
    done = checkout.run()
    assert (done.returncode, checkout.asked) == (1, [])
    assert "Node 18 or later is needed (found: v16.20.2)" in done.stderr


def test_a_step_tells_what_failed_and_with_what_words(tmp_path: Path) -> None:
    script = f'. {ROOT / "scripts" / "steps.sh"}; step "Trying" "1 s" bash -c "echo said; echo wrong >&2; exit 3"'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith("Trying (usually 1 s) …\nsaid\nwrong\n")
    assert "exit code 3" in done.stderr


def test_a_step_that_passes_says_one_line() -> None:
    script = f'. {ROOT / "scripts" / "steps.sh"}; step "Trying" "1 s" echo noise'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Trying (usually 1 s) …\n")


def test_workflows_ask_the_script_what_the_tests_need() -> None:
    for name in ("check.yml", "weekly.yml"):
        text = (ROOT / ".github" / "workflows" / name).read_text("utf-8")
        assert "$(scripts/test needs)" in text
        assert "fonts-" not in text


# -- reports of tests while they run --------------------------------------------------------------


@pytest.fixture
def own_conftest(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder for tests, with the conftest of all tests and what it imports."""
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(str(ROOT / name) for name in ("tests/site", "hooks", "tests")))
    monkeypatch.delenv("LIBRARY_TESTS_LONG", raising=False)
    return pytester


TESTS = """
import pytest

@pytest.fixture
def broken():
    raise ValueError("out of order")

def test_wrong():
    print("what the test wrote")
    assert "apples" == "pears"

def test_with_a_broken_fixture(broken):
    pass

@pytest.mark.skip(reason="not today")
def test_passed_over():
    pass

def test_right():
    pass
"""


@pytest.mark.slow
@pytest.mark.parametrize("workers", [[], ["-n", "1"]])
def test_a_failure_is_told_once_and_when_it_happens(own_conftest: pytest.Pytester, workers: list[str]) -> None:
    own_conftest.makepyfile(test_it=TESTS)
    done = own_conftest.runpytest_subprocess(
        "-q", "--live", "-ra", "-o", "console_output_style=classic", "-p", "no:cacheprovider", *workers
    )
    text = done.stdout.str()
    body, _, end = text.partition("short test summary info")
    assert body.count("assert 'apples' == 'pears'") == 1
    assert body.count("what the test wrote") >= 1
    assert body.count("ValueError: out of order") == 1
    assert body.index("FAILED test_it.py::test_wrong") < body.index("FAILED test_it.py::test_with_a_broken_fixture, in its setup")
    assert "bringing up nodes" not in text and "FAILURES" not in text
    assert "FAILED test_it.py::test_wrong" in end and "ERROR test_it.py::test_with_a_broken_fixture" in end and "not today" in end
    done.assert_outcomes(passed=1, failed=1, errors=1, skipped=1)
    assert done.ret == 1


@pytest.mark.slow
@pytest.mark.parametrize("workers", [[], ["-n", "2"]])
def test_a_file_that_cannot_be_read_is_told_once(own_conftest: pytest.Pytester, workers: list[str]) -> None:
    own_conftest.makepyfile(test_it="def test_right(:\n    pass\n", test_other="def test_right():\n    pass\n")
    done = own_conftest.runpytest_subprocess("-q", "--live", "-ra", "-p", "no:cacheprovider", *workers)
    # The summary has the whole reason once more where pytest takes the machine for one of a CI.
    body, _, _ = done.stdout.str().partition("short test summary info")
    assert body.count("E   SyntaxError") == 1
    assert "FAILED test_it.py, when its tests were looked for" in body
    assert done.ret in (1, 2)


# -- how much is tried ----------------------------------------------------------------------------

CASES = """
import pytest

@pytest.mark.parametrize("case", range(100))
def test_many(case):
    pass

@pytest.mark.parametrize("case", range(2))
def test_two(case):
    pass

def test_one():
    pass
"""


@pytest.mark.slow
def test_a_few_cases_of_each_test_are_tried_where_it_has_to_be_quick(own_conftest: pytest.Pytester) -> None:
    own_conftest.makepyfile(test_it=CASES)
    text = own_conftest.runpytest_subprocess("-rA", "-p", "no:cacheprovider", "--quick").stdout.str()
    passed = set(re.findall(r"PASSED test_it\.py::test_(\S+)", text))
    assert passed == {"many[0]", "many[49]", "many[99]", "two[0]", "two[1]", "one"}


AMOUNTS = """
import pytest
from amounts import amount as in_a_decorator
from hypothesis import given, settings, strategies as st

def test_amount(amount):
    print("tried", amount(2, 300), in_a_decorator(4, 500))

@given(st.integers())
def test_property(number):
    pass

@pytest.mark.long
def test_hours():
    pass

def test_plain():
    pass
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "names", "amounts"),
    [
        ([], {"amount", "property", "plain"}, "tried 2 4"),
        (["--long"], {"amount", "property", "hours"}, "tried 300 500"),
        (["--long", "-n", "1"], {"amount", "property", "hours"}, None),
    ],
)
def test_long_tests_are_tried_where_they_are_asked_for(
    own_conftest: pytest.Pytester, words: list[str], names: set[str], amounts: str | None
) -> None:
    own_conftest.makepyfile(test_it=AMOUNTS)
    text = own_conftest.runpytest_subprocess("-rA", "-p", "no:cacheprovider", *words).stdout.str()
    assert set(re.findall(r"PASSED test_it\.py::test_(\w+)", text)) == names
    assert amounts is None or amounts in text
