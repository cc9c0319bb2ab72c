"""GitHub's API as the form uses it, in memory: a branch of records, commits, pull requests, and who changed what meanwhile.

Read of Sveltia CMS 0.221.1. Requests of the browser are answered here by ``route``; what is asked otherwise fails the test.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Request, Route

HOST = "https://api.github.com"
OWNER, REPOSITORY, MAIN = "example", "library", "main"
WHO = {"name": "A Person", "email": "person@example.org", "user": {"id": 1, "login": "person"}}
NOW = "2026-11-30T12:00:00Z"

Files = dict[str, bytes]


def blob(data: bytes) -> str:
    """The name that git has for a file."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


@dataclass
class Proposal:
    """A pull request."""

    number: int
    title: str
    branch: str
    draft: bool
    labels: list[str] = field(default_factory=list)
    state: str = "OPEN"


class Forge:
    """The repository: ``branches`` are files by branch, ``heads`` the name of each branch's last commit."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.branches: dict[str, Files] = {MAIN: {path: text.encode() for path, text in files.items()}}
        self.bases: dict[str, Files] = {}
        self.snapshots: dict[str, Files] = {}
        self.commits = 0
        self.heads: dict[str, str] = {}
        self._commit(MAIN)
        self.proposals: list[Proposal] = []
        self.unknown: list[str] = []

    def _commit(self, branch: str) -> None:
        """Writes down what a branch holds now."""
        self.commits += 1
        self.heads[branch] = f"{self.commits:040x}"
        self.snapshots[self.heads[branch]] = dict(self.branches[branch])

    def change(self, path: str, old: str, new: str, branch: str = MAIN) -> None:
        """Somebody else's commit."""
        text = self.branches[branch][path].decode()
        assert text.count(old) == 1
        self.branches[branch][path] = text.replace(old, new).encode()
        self._commit(branch)

    def add(self, path: str, text: str) -> None:
        """Somebody else's new record."""
        self.branches[MAIN][path] = text.encode()
        self._commit(MAIN)

    # -- answering ---------------------------------------------------------------------------------

    def answer_in(self, context: BrowserContext) -> None:
        context.route(f"{HOST}/**", self._answer)

    def _answer(self, route: Route) -> None:
        request = route.request
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers=CROSS)
            return
        path = request.url.removeprefix(HOST)
        made = self._graphql(request) if path == "/graphql" else self._rest(request, path)
        if made is None:
            self.unknown.append(f"{request.method} {path} {request.post_data or ''}"[:400])
            made = (404, {"message": "Not Found"})
        status, body = made
        route.fulfill(status=status, json=body, headers=CROSS)

    def _rest(self, request: Request, path: str) -> tuple[int, Any] | None:
        below = path.removeprefix(f"/repos/{OWNER}/{REPOSITORY}").partition("?")[0]
        told = request.post_data_json if request.post_data else {}
        if path == "/user":
            return 200, {"id": 1, "login": "person", "name": "A Person", "email": "person@example.org", "avatar_url": None, "html_url": ""}
        if below.startswith("/collaborators/"):
            return 204, None
        if below == "":
            return 200, {"permissions": {"push": True}, "private": False, "owner": {"type": "Organization"}}
        if found := re.fullmatch(r"/git/trees/(.+)", below):
            branch = next((name for name, head in self.heads.items() if found[1] in (name, head)), MAIN)
            tree = [{"type": "blob", "path": path, "sha": blob(data), "size": len(data)} for path, data in self.branches[branch].items()]
            return 200, {"tree": tree}
        if found := re.fullmatch(r"/git/blobs/(.+)", below):
            return 200, next(data for files in self.branches.values() for data in files.values() if blob(data) == found[1]).decode()
        if found := re.fullmatch(r"/git/refs/heads/(.+)", below):
            return self._ref(request.method, found[1])
        return self._of_proposals(request.method, below, told)

    def _of_proposals(self, method: str, below: str, told: Mapping[str, Any]) -> tuple[int, Any] | None:
        if below == "/pulls" and method == "POST":
            self.proposals.append(Proposal(len(self.proposals) + 1, told["title"], told["head"], told["draft"]))
            return 201, self._told(self.proposals[-1])
        if found := re.fullmatch(r"/pulls/(\d+)/merge", below):
            return self._merge(self.proposals[int(found[1]) - 1])
        if found := re.fullmatch(r"/issues/(\d+)(/labels)?", below):
            proposal = self.proposals[int(found[1]) - 1]
            if method == "POST":
                proposal.labels += told["labels"]
            elif method == "PATCH":
                proposal.labels = told["labels"]
            return 200, {"labels": [{"name": name} for name in proposal.labels]}
        return None

    def _told(self, proposal: Proposal) -> dict[str, Any]:
        return {
            "number": proposal.number,
            "node_id": str(proposal.number),
            "title": proposal.title,
            "html_url": f"https://github.com/{OWNER}/{REPOSITORY}/pull/{proposal.number}",
            "head": {"sha": self.heads[proposal.branch]},
            "created_at": NOW,
            "updated_at": NOW,
        }

    def _ref(self, method: str, branch: str) -> tuple[int, Any]:
        if method == "DELETE":
            del self.branches[branch], self.heads[branch]
        return 204, None

    def _merge(self, proposal: Proposal) -> tuple[int, Any]:
        """As git does with whole files: what both sides changed is a conflict."""
        before, theirs, ours = self.bases[proposal.branch], self.branches[proposal.branch], self.branches[MAIN]
        changed = {path for path in theirs if theirs[path] != before.get(path)}
        if any(ours.get(path) != before.get(path) and ours.get(path) != theirs[path] for path in changed):
            return 405, {"message": "Pull Request is not mergeable"}
        ours.update({path: theirs[path] for path in changed})
        self._commit(MAIN)
        proposal.state = "MERGED"
        return 200, {"merged": True, "sha": self.heads[MAIN]}

    # -- GraphQL -----------------------------------------------------------------------------------

    def _graphql(self, request: Request) -> tuple[int, Any] | None:
        query, variables = request.post_data_json["query"], request.post_data_json.get("variables") or {}
        if "mutation" in query:
            return self._mutation(query, variables["input"])
        if "defaultBranchRef" in query:
            return _data({"defaultBranchRef": {"name": MAIN}})
        if "pullRequests(" in query:
            return self._proposals(query, variables)
        branch = variables.get("branch", MAIN)
        if "$forkOwner" in query:
            told = {"fork": {"id": "r"}, "base": {"ref": {"target": {"oid": self.heads[branch]}}}}
            return 200, {"data": told}
        if aliases := re.findall(r"(\w+_\d+):\s+(object|ref)\(([^)]*)\)(.*?)(?=\w+_\d+:\s|\Z)", query, re.DOTALL):
            return _data({alias: self._object(what, argument, rest) for alias, what, argument, rest in aliases})
        if "history(first: 1)" in query or "ref(qualifiedName" in query:
            known = self.heads.get(branch)
            node = {"oid": known, "history": {"nodes": [{"oid": known, "message": "x"}]}}
            return _data({"ref": {"target": node} if known else None})
        return None

    def _object(self, what: str, argument: str, rest: str) -> Any:
        if what == "ref":
            return {"target": {"history": {"nodes": [{"author": WHO, "committedDate": NOW, "oid": self.heads[MAIN]}]}}}
        name = json.loads(argument.partition(": ")[2])
        if ":" in name:
            branch, _, path = name.partition(":")
            data = self.branches.get(branch, {}).get(path)
        else:
            data = next((data for files in self.branches.values() for data in files.values() if blob(data) == name), None)
        if data is None or "Blob" not in rest:
            return None
        return {"oid": blob(data), "byteSize": len(data), "isBinary": False, "isTruncated": False, "text": data.decode("utf-8", "replace")}

    def _proposals(self, query: str, variables: Mapping[str, Any]) -> tuple[int, Any]:
        open_ = [each for each in self.proposals if each.state == "OPEN"]
        if "headRefName: $branch" in query:
            return _data({"pullRequests": {"totalCount": sum(each.branch == variables["branch"] for each in open_)}})
        return _data({"pullRequests": {"nodes": [self._node(each) for each in open_ if each.labels]}})

    def _node(self, proposal: Proposal) -> dict[str, Any]:
        before, files = self.bases[proposal.branch], self.branches[proposal.branch]
        changed = [
            {"path": path, "changeType": "MODIFIED" if path in before else "ADDED"} for path in files if files[path] != before.get(path)
        ]
        told = self._told(proposal)
        return {
            "id": told["node_id"],
            **{name: told[name] for name in ("number", "title")},
            "url": told["html_url"],
            "isDraft": proposal.draft,
            "isCrossRepository": False,
            "createdAt": NOW,
            "updatedAt": NOW,
            "headRefName": proposal.branch,
            "headRefOid": self.heads[proposal.branch],
            "author": {"login": "person", "name": "A Person", "email": "person@example.org", "databaseId": 1, "avatarUrl": ""},
            "labels": {"nodes": [{"name": name} for name in proposal.labels]},
            "files": {"nodes": changed},
        }

    def _mutation(self, query: str, told: Mapping[str, Any]) -> tuple[int, Any] | None:
        if "createRef" in query:
            branch = told["name"].removeprefix("refs/heads/")
            if branch in self.branches:
                return 200, {"data": None, "errors": [{"message": f'A ref named "{told["name"]}" already exists'}]}
            self.branches[branch], self.heads[branch] = dict(self.snapshots[told["oid"]]), told["oid"]
            self.bases[branch] = dict(self.snapshots[told["oid"]])
            return 200, {"data": {"createRef": {"ref": {"name": branch}}}}
        if "createCommitOnBranch" in query:
            return self._commit_on(told)
        if found := re.search("convertPullRequestToDraft|markPullRequestReadyForReview", query):
            self.proposals[int(told["pullRequestId"]) - 1].draft = found[0].startswith("convert")
            return 200, {"data": {found[0]: {"pullRequest": {"isDraft": found[0].startswith("convert")}}}}
        return None

    def _commit_on(self, told: Mapping[str, Any]) -> tuple[int, Any]:
        branch = told["branch"]["branchName"]
        if told["expectedHeadOid"] != self.heads[branch]:
            said = f'Expected branch to point to "{told["expectedHeadOid"]}" but it did not.'
            return 200, {"data": {"createCommitOnBranch": None}, "errors": [{"type": "STALE_DATA", "message": said}]}
        files = self.branches[branch]
        for each in told["fileChanges"]["additions"]:
            files[each["path"]] = base64.b64decode(each["contents"])
        for each in told["fileChanges"]["deletions"]:
            del files[each["path"]]
        self._commit(branch)
        oids = {f"file_{number}": {"oid": blob(files[each["path"]])} for number, each in enumerate(told["fileChanges"]["additions"])}
        return 200, {"data": {"createCommitOnBranch": {"commit": {"oid": self.heads[branch], "committedDate": NOW, **oids}}}}


CROSS = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*"}


def _data(repository: Any) -> tuple[int, Any]:
    return 200, {"data": {"repository": repository}}
