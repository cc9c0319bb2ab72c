"""The motifs of covers as pictures that pages take in."""

from __future__ import annotations

import re
from pathlib import Path

from library.catalogue.catalogue import Catalogue
from library.pages.covers.designs import PAPER, design_of
from library.pages.covers.motif_files import files, path_of
from library.pages.covers.motifs import MOTIFS, VARIANTS
from lxml import etree

COVERS = Path(__file__).resolve().parents[3] / "overrides" / "assets" / "stylesheets" / "covers.css"


def test_each_form_of_each_motif_is_one_picture() -> None:
    made = {file.path: str(file.text) for file in files()}
    assert len(made) == len(MOTIFS) * VARIANTS
    for text in made.values():
        picture = etree.fromstring(text.encode())
        assert (picture.tag, picture.get("viewBox")) == ("{http://www.w3.org/2000/svg}svg", "0 0 240 120")
        assert picture.findall("{*}path")


def test_every_drawn_cover_has_its_picture(real_catalogue: Catalogue) -> None:
    made = {file.path for file in files()}
    assert {path_of(design_of(placed, real_catalogue)) for placed in real_catalogue.works.values()} <= made


def test_their_colour_is_that_of_small_covers() -> None:
    [light] = re.findall(r"--cover-light: (#[0-9a-f]{6})", COVERS.read_text("utf-8"))
    assert light == PAPER
    assert all(etree.fromstring(str(file.text).encode()).get("fill") == PAPER for file in files())
