"""What Crossref is told of a withdrawal, of a correction, and of the work in another's place.

Relations are always told. Updates belong to Crossmark (https://www.crossref.org/documentation/crossmark/), which asks for the DOI
of the publisher's policy on them: there are none unless ``mkdocs.yml`` names that. A correction in place, without a notice of its
own, is told as an update of the article's own DOI.
"""

from __future__ import annotations

from collections.abc import Iterator

from library.citations.citation import Citation
from library.citations.deposits.xml import element, group

_WITHDRAWN = {"retracted": "retraction", "mistake": "removal"}


def relations(citation: Citation) -> Iterator[str]:
    """Elements of ``rel:program``."""
    replaced_by = ((citation.replaced_by, "isReplacedBy"),) if citation.replaced_by else ()
    for other, relation in (*replaced_by, *((other, "replaces") for other in citation.replaces)):
        kind = {"relationship-type": relation, "identifier-type": "doi" if other.doi else "uri"}
        yield group("rel:related_item", [element("rel:intra_work_relation", other.doi or other.url, kind)])


def crossmark(citation: Citation, policy: str, programs: list[str]) -> list[str]:
    """The article's Crossmark with ``programs`` (funders, licence) in it; these alone without a policy or an update."""
    updates = [element("update", citation.doi, {"type": kind, "date": day}) for kind, day in _updates(citation)]
    updates += [
        element("update", other.doi, {"type": "new_version", "date": str(other.withdrawn)})
        for other in citation.replaces
        if other.doi and other.withdrawn and other.withdrawn.day and other.because == "superseded"
    ]
    if not policy or not updates:
        return programs
    return [group("crossmark", [element("crossmark_policy", policy), group("updates", updates), group("custom_metadata", programs)])]


def _updates(citation: Citation) -> Iterator[tuple[str, str]]:
    """Kind and day of what happened to the article itself; what was superseded is told of by the one in its place."""
    for each in citation.corrected:
        yield "correction", str(each.day)
    if citation.withdrawn and citation.withdrawn.day and citation.because != "superseded":
        yield _WITHDRAWN.get(citation.because, "withdrawal"), str(citation.withdrawn)
