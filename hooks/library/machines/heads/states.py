"""What JSON-LD says of a work's state: withdrawal, what stands in its place, and corrections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from library.citations.citation import Citation
from library.machines.heads.wholes import tagged

_STATES = {"superseded": "Superseded", "retracted": "Retracted"}
_DCTERMS = "http://purl.org/dc/terms/"
"""schema.org has no property for a work in the place of another; an address in full is a property as well."""


def of_work(chief: Citation, identity: Callable[[str], str]) -> dict[str, Any]:
    """Properties of the work's node, empty where nothing is to be said; ``chief`` is the citation of its original edition."""
    replaced_by = chief.replaced_by
    return {
        "creativeWorkStatus": _STATES.get(chief.because, "Withdrawn") if chief.withdrawn else "",
        "correction": [
            {"@type": "CorrectionComment", "datePublished": str(each.day), "text": tagged(each.language, each.what)}
            for each in chief.corrected
        ],
        f"{_DCTERMS}isReplacedBy": {"@id": identity(f"{replaced_by.url}#work")} if replaced_by else None,
        f"{_DCTERMS}replaces": [{"@id": identity(f"{other.url}#work")} for other in chief.replaces],
    }
