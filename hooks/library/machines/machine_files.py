"""Files that only programs fetch: exports and deposits of works, the API, linksets, lists for harvesters."""

from __future__ import annotations

from collections.abc import Iterator

from library.build import Build
from library.catalogue import schemas
from library.catalogue.catalogue import Placed
from library.citations import paths as citation_paths
from library.citations.citing import original
from library.citations.deposits import Deposits
from library.citations.deposits.crossref import NO_EMAIL
from library.machines import hosting, resourcesync
from library.machines.api.records import Api
from library.machines.files import Exports, robots
from library.machines.heads import signposting
from library.press.output import OutputFile


class MachineFiles:
    """Makes every file that is for programs and in no single language of the site."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.deposits = Deposits(build.catalogue, build.citing, build.deposit_email or NO_EMAIL)
        self.api = Api(build.catalogue, build.indexes, build.site)
        self._measured: dict[str, tuple[int, str]] = {}

    def all(self) -> Iterator[OutputFile]:
        yield from Exports(self.build).all()
        yield from self._measuring(self._datacite())
        yield from self._further_editions()
        yield from self._measuring(self.api.records())
        yield from self.api.lists()
        yield from self._linksets()
        yield from self._deposits()
        yield from self._harvest()
        for name, text in schemas.texts(self.build.catalogue.vocabularies).items():
            yield OutputFile(f"schemas/{name}", text)
        yield from hosting.files(self.build.site)
        yield robots(self.build.site)

    def _datacite(self) -> Iterator[OutputFile]:
        for placed in self.build.catalogue.works.values():
            if text := self.deposits.datacite(placed):
                yield OutputFile(citation_paths.of_datacite(placed), text)

    def _further_editions(self) -> Iterator[OutputFile]:
        """DataCite records of the editions that are not the original: each would get a DOI of its own."""
        for placed in self.build.catalogue.works.values():
            citations = self.build.citing.of_work(placed)
            first = original(placed.work.editions)
            for number, citation in enumerate(citations):
                if number != first and placed.issued:
                    yield OutputFile(
                        f"{citation_paths.of_edition(placed, citation)}.datacite.xml", self.deposits.datacite_edition(placed, citation)
                    )

    def _linksets(self) -> Iterator[OutputFile]:
        for placed in self.build.catalogue.works.values():
            yield OutputFile(f"{placed.address}/{signposting.LINKSET}", self.build.heads.signposts.linkset(placed))

    def _deposits(self) -> Iterator[OutputFile]:
        """An issue's articles for Crossref and DOAJ; no file where none of them can be taken."""
        for issue in self.build.catalogue.issues.values():
            for name, text in (("crossref", self.deposits.crossref(issue)), ("doaj", self.deposits.doaj(issue))):
                if text:
                    yield OutputFile(f"journal/{issue.id}/{name}.xml", text)

    def _measuring(self, files: Iterator[OutputFile]) -> Iterator[OutputFile]:
        """Files that harvesters are told of, measured as they are written."""
        for file in files:
            data = file.data
            self._measured[file.path] = resourcesync.measured(data)
            yield OutputFile(file.path, data)

    def _harvest(self) -> Iterator[OutputFile]:
        build = self.build
        resources = (
            resource
            for placed in build.catalogue.works.values()
            for resource in resourcesync.of_work(build.catalogue, build.site, placed, _descriptions(placed), self._measured.__getitem__)
        )
        return resourcesync.ResourceSync(build.site, resources).files()


def _descriptions(placed: Placed) -> dict[str, str]:
    """What harvesters take of a work: its record and its DataCite description; the rest says the same again."""
    taken = (citation_paths.of_record(placed), citation_paths.of_datacite(placed))
    return {each.path: each.media_type for each in signposting.descriptions(placed) if each.path in taken}
