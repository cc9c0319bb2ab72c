"""Kinds of publications as other programs tell them apart, and the types of ours that are nearest."""

from __future__ import annotations

from collections.abc import Mapping

from library.catalogue.problems import part
from library.citations.kinds import KINDS as TABLE

KINDS: Mapping[str, tuple[str, str]] = {
    "book": ("book", ""),
    "report": ("report", ""),
    "article": ("research-paper", part("an article of a journal that is not the library's own")),
    "chapter": ("research-paper", part("a part of a book")),
    "conference-paper": ("research-paper", part("a paper of a conference")),
    "thesis": ("research-paper", part("a thesis")),
    "proceedings": ("book", part("proceedings of a conference")),
    "manual": ("methodological-guide", ""),
    "working-paper": ("research-paper", ""),
    "web-page": ("report", part("a page of a website")),
    "standard": ("report", part("a standard")),
    "legislation": ("report", part("a law")),
    "entry": ("research-paper", part("an entry of a work of reference")),
    "review": ("research-paper", part("a review in a journal that is not the library's own")),
    "other": ("report", part("of no kind that is told")),
    "patent": ("", part("a patent")),
    "dataset": ("", part("data")),
    "video": ("", part("a film")),
    "software": ("", part("a program")),
    "picture": ("", part("a picture, a map or sound")),
    "journal": ("", part("a journal as a whole")),
    "letter": ("", part("a letter or a manuscript")),
}
"""By kind the type of ours (empty: no publication of such a library, not taken), and what to say of it where ours is only
the nearest."""

_BIBTEX = {
    "article": "article",
    "book": "book",
    "techreport": "report",
    "report": "report",
    "mvbook": "book",
    "booklet": "book",
    "collection": "book",
    "mvcollection": "book",
    "reference": "book",
    "mvreference": "book",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "incollection": "chapter",
    "suppcollection": "chapter",
    "inreference": "entry",
    "inproceedings": "conference-paper",
    "conference": "conference-paper",
    "proceedings": "proceedings",
    "mvproceedings": "proceedings",
    "suppperiodical": "article",
    "review": "review",
    "periodical": "journal",
    "thesis": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "manual": "manual",
    "online": "web-page",
    "electronic": "web-page",
    "www": "web-page",
    "standard": "standard",
    "legislation": "legislation",
    "legal": "legislation",
    "jurisdiction": "legislation",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
    "artwork": "picture",
    "audio": "picture",
    "image": "picture",
    "movie": "video",
    "music": "picture",
    "performance": "picture",
    "video": "video",
    "letter": "letter",
    "unpublished": "other",
    "misc": "other",
}
_RIS = {
    "JOUR": "article",
    "BOOK": "book",
    "RPRT": "report",
    "EJOUR": "article",
    "JFULL": "journal",
    "MGZN": "article",
    "NEWS": "article",
    "INPR": "article",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CLSWK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "ENCYC": "entry",
    "DICT": "entry",
    "CPAPER": "conference-paper",
    "CONF": "proceedings",
    "THES": "thesis",
    "GOVDOC": "report",
    "ELEC": "web-page",
    "BLOG": "web-page",
    "STAND": "standard",
    "LEGAL": "legislation",
    "STAT": "legislation",
    "CASE": "legislation",
    "PAT": "patent",
    "DATA": "dataset",
    "AGGR": "dataset",
    "DBASE": "dataset",
    "COMP": "software",
    "ART": "picture",
    "FIGURE": "picture",
    "MAP": "picture",
    "MPCT": "video",
    "MUSIC": "picture",
    "SLIDE": "picture",
    "SOUND": "picture",
    "VIDEO": "video",
    "MANSCPT": "letter",
    "PCOMM": "letter",
    "SER": "book",
    "UNPB": "other",
    "GEN": "other",
}
_CSL = {
    "article-journal": "article",
    "book": "book",
    "report": "report",
    "article": "working-paper",
    "article-magazine": "article",
    "article-newspaper": "article",
    "chapter": "chapter",
    "entry": "entry",
    "entry-dictionary": "entry",
    "entry-encyclopedia": "entry",
    "paper-conference": "conference-paper",
    "thesis": "thesis",
    "speech": "conference-paper",
    "review": "review",
    "review-book": "review",
    "periodical": "journal",
    "collection": "book",
    "classic": "book",
    "document": "other",
    "webpage": "web-page",
    "post": "web-page",
    "post-weblog": "web-page",
    "standard": "standard",
    "legislation": "legislation",
    "legal_case": "legislation",
    "regulation": "legislation",
    "treaty": "legislation",
    "bill": "legislation",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
    "broadcast": "video",
    "figure": "picture",
    "graphic": "picture",
    "map": "picture",
    "motion_picture": "video",
    "musical_score": "picture",
    "song": "picture",
    "personal_communication": "letter",
    "manuscript": "letter",
    # As Crossref has them (https://api.crossref.org/types), where they differ from CSL's.
    "journal-article": "article",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "reference-entry": "entry",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "journal",
    "journal": "journal",
    "journal-issue": "journal",
    "journal-volume": "journal",
    "report-component": "report",
    "report-series": "journal",
    "proceedings": "proceedings",
    "proceedings-article": "conference-paper",
    "dissertation": "thesis",
    "posted-content": "working-paper",
    "peer-review": "review",
    "database": "dataset",
    "component": "other",
}


def _ours() -> Mapping[str, dict[str, str]]:
    """What our exports write, read backwards; of several kinds that a format calls alike none."""
    found: dict[str, dict[str, list[str]]] = {"bibtex": {}, "ris": {}, "csl": {}}
    for row in TABLE.values():
        names = {each.name for each in (*row.bibtex, *row.biblatex)} - {"misc"}
        for format_, called in [*(("bibtex", name) for name in names), ("ris", row.ris), ("csl", row.csl)]:
            found[format_].setdefault(called, []).append(row.id)
    return {format_: {name: kinds[0] for name, kinds in names.items() if len(kinds) == 1} for format_, names in found.items()}


_OURS = _ours()
BY_FORMAT: Mapping[str, Mapping[str, str]] = {
    "bibtex": {**_BIBTEX, **_OURS["bibtex"]},
    "ris": {**_RIS, **_OURS["ris"]},
    "csl": {**_CSL, **_OURS["csl"]},
}
"""Kinds by what a format calls them."""

NUMBERED = ("report", "standard", "legislation", "working-paper", "patent")
"""Kinds whose number is their own, and not that of an issue or in a series."""


def kind_in_words(text: str, otherwise: str) -> tuple[str, str]:
    """The kind that our exports name in words where a format has no type for it, and what stands behind: a law's number."""
    for row in TABLE.values():
        if row.words and text.startswith(row.words):
            return row.id, text[len(row.words) :].strip()
    return otherwise, ""
