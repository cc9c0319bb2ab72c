"""What scripts/test shows while tests run: each failure when it happens, and twice a minute how far they are.

pytest prints a dot for each test and keeps the reasons of failures for the end, which may be a quarter of an hour
later. pytest-instafail would change that, but puts its own class in the place of pytest's reporter and knows no signs
of life; hooks and the public writer are enough for both.
"""

from __future__ import annotations

import threading
import time

import pytest

SIGN = 30  # seconds between two signs of life


class LiveReport:
    """Hooks of pytest, for the process that reports. With pytest-xdist its workers' reports come here too."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.total = 0
        self.done = 0
        self.failed = 0
        self.running: dict[str, None] = {}
        self.uncollected: set[str] = set()
        self.started = time.monotonic()
        self._over = threading.Event()

    def line(self, text: str) -> None:
        """A line on the terminal, at once."""
        writer = self.config.get_terminal_writer()
        if writer.width_of_current_line:
            writer.line()
        writer.line(text)
        writer.flush()

    def sign(self) -> str:
        """How far the tests are, and which files are at work."""
        seconds = int(time.monotonic() - self.started)
        files = list(dict.fromkeys(nodeid.split("::")[0] for nodeid in self.running))
        clock = f"  {seconds // 60}:{seconds % 60:02}"
        if not self.total:
            return f"{clock} looking for the tests"
        return f"{clock} {self.done} of {self.total} tests, {self.failed} failed{'; at work: ' if files else ''}{', '.join(files)}"

    def _signs(self) -> None:
        while not self._over.wait(SIGN):
            self.line(self.sign())

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self) -> None:
        # Lines of pytest-xdist about its workers say nothing of the tests.
        workers = self.config.pluginmanager.get_plugin("terminaldistreporter")
        if workers is not None:
            workers.ensure_show_status = lambda: None
            workers.rewrite = lambda *_, **__: None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        self.total = session.testscollected
        threading.Thread(target=self._signs, daemon=True).start()

    def pytest_xdist_node_collection_finished(self, node: object, ids: list[str]) -> None:
        self.total = len(ids)

    def pytest_runtest_logstart(self, nodeid: str, location: object) -> None:
        self.running[nodeid] = None

    def pytest_runtest_logfinish(self, nodeid: str, location: object) -> None:
        self.running.pop(nodeid, None)
        self.done += 1

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport | pytest.CollectReport) -> tuple[str, str, str] | None:
        """No letter for what is counted in the signs of life or told at once; the words stand in the list at the end."""
        if hasattr(report, "wasxfail"):
            return None
        if report.failed:
            return ("failed", "", "FAILED") if report.when == "call" else ("error", "", "ERROR")
        if report.skipped:
            return "skipped", "", "SKIPPED"
        return ("passed", "", "") if report.when == "call" else None

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not hasattr(report, "wasxfail"):
            self.failed += 1
            self.tell(report, "" if report.when == "call" else f", in its {report.when}")

    @pytest.hookimpl(trylast=True)
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        # Each worker collects for itself, and meets the same mistake.
        if report.failed and report.nodeid not in self.uncollected:
            self.uncollected.add(report.nodeid)
            self.failed += 1
            self.tell(report, ", when its tests were looked for")

    def tell(self, report: pytest.TestReport | pytest.CollectReport, where: str) -> None:
        """The failure as pytest tells it: the lines that led there, and what the test wrote."""
        writer = self.config.get_terminal_writer()
        self.line("")
        writer.sep("_", f"FAILED {report.nodeid}{where}", red=True)
        report.toterminal(writer)
        for title, text in report.sections:
            writer.sep("-", title)
            writer.line(text.rstrip("\n"))
        writer.flush()

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """What was told need not be told again: the end names the red tests, one a line."""
        self._over.set()
        self.config.option.tbstyle = "no"
