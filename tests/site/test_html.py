"""The HTML of every kind of page validates: the Nu checker of the W3C, run offline."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from kinds import page_kinds
from library.press import policy
from outside import JAVA
from sites import Built

pytestmark = pytest.mark.slow

JAR = Path(__file__).resolve().parents[1] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.mark.parametrize("which", ["small", "real"])
def test_every_kind_of_page_in_every_language_is_valid(which: str, small_site: Built, real_site: Built, tmp_path: Path) -> None:
    site = {"small": small_site, "real": real_site}[which]
    files = []
    for path in page_kinds(site):
        # The checker reads files, which are of no site's own, and takes data in a page for scripts: browsers hold pages to the policy.
        copy = tmp_path / "site" / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(policy.without(site.text(path)), "utf-8")
        files.append(str(copy))
    done = subprocess.run(
        [*JAVA, "-Xss8m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", "--stdout", *files],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    messages = [
        message for message in json.loads(done.stdout)["messages"] if message["type"] == "error" or message.get("subType") == "warning"
    ]
    said = [f"{message['url'].split('/site/')[-1]}:{message.get('lastLine')}: {message['message']}" for message in messages]
    assert not said, "\n".join(said[:20])
