"""Metadata ready to deposit: an issue for Crossref and for DOAJ, a work for Crossref, an edition for DataCite.

No DOI is ever made up. Crossref gets the works that have one; DataCite, which wants an
identifier of every resource, gets the landing page's address where there is none.
"""

from __future__ import annotations

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.model import Issue
from library.citations import paths as citation_paths
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.citations.deposits import crossref, crossref_works, datacite, doaj


class Deposits:
    """Writes deposits from a catalogue.

    ``email`` is where Crossref's messages to the depositor go, ``policy`` the DOI of the publisher's policy on corrections and
    withdrawals, without which Crossref takes no updates.
    """

    def __init__(self, catalogue: Catalogue, citing: Citing, email: str = crossref.NO_EMAIL, policy: str = "") -> None:
        self.catalogue = catalogue
        self.citing = citing
        self.email = email
        self.policy = policy

    def crossref(self, issue: Issue) -> str | None:
        """A Crossref batch with the issue's articles; None where the issue has no date."""
        return crossref.issue(self.catalogue, self.citing, issue, self.email, self.policy)

    def crossref_work(self, placed: Placed) -> str | None:
        """A Crossref batch with a work that stands in no issue; None where it has no DOI, or not all that Crossref asks for."""
        return crossref_works.work(self.catalogue, self.citing, placed, self.email)

    def doaj(self, issue: Issue) -> str | None:
        """The issue's articles for DOAJ; None where it can take none of them."""
        return doaj.issue(self.catalogue, self.citing, issue)

    def datacite(self, placed: Placed) -> str | None:
        """The DataCite record of a work, which is that of its original edition; None where the year is not known."""
        return datacite.work(self.catalogue, self.citing, placed) if citation_paths.of_datacite(placed) else None

    def datacite_edition(self, placed: Placed, citation: Citation) -> str:
        """The DataCite record of one edition: a translation has a DOI, and so a record, of its own."""
        return datacite.edition(self.catalogue, placed, citation)
