"""Documents with our heads and spans validate: the Nu checker of the W3C, run offline."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from library.catalogue.catalogue import Catalogue
from library.machines.heads import Heads
from made_heads import LANGUAGES, NODE_MODULES, TRAIL, document, page_of, pages
from outside import JAVA

pytestmark = pytest.mark.slow

JAR = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_documents_with_our_heads_are_valid(small_heads: Heads, real_catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue = small_heads.catalogue
    spans = "".join(small_heads.coins(placed, "en") for placed in catalogue.works.values())
    documents = [
        document(page_of(small_heads, placed, language).head, language) for placed in catalogue.works.values() for language in LANGUAGES
    ]
    documents += [made.html for made in pages(real_catalogue, ["kk"])]
    documents += [
        document(head, "en", f"<p>{spans}</p>")
        for head in (
            small_heads.home("en", "t"),
            small_heads.journal("en", "t"),
            small_heads.issue(catalogue.issues["10"], "en", "t", TRAIL),
            small_heads.party("harrow-jane", "people/harrow-jane", "en", "t"),
            small_heads.term("themes", "ethics", "themes/ethics", "en", "t", image="https://library.example.org/a.png"),
        )
    ]
    for number, text in enumerate(documents):
        (tmp_path / f"{number}.html").write_text(text, "utf-8")
    done = subprocess.run(
        [*JAVA, "-Xss8m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", "--stdout", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    messages = [
        message for message in json.loads(done.stdout)["messages"] if message["type"] == "error" or message.get("subType") == "warning"
    ]
    assert [f"{message['url'].split('/')[-1]}:{message.get('lastLine')}: {message['message']}" for message in messages] == []
