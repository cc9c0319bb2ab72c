"""What Crossref is told of corrections, withdrawals and the works in others' places."""

from __future__ import annotations

import re

import pytest
from catalogues import SpoiltCatalogue
from deposit_files import deposits
from library.catalogue.loading import load
from lxml import etree
from test_crossref import NAMES, said, valid

ISSUE = "journal/issues/10.yml"


def told_of_updates(catalogue_copy: SpoiltCatalogue, said_in_record: str, **options: str) -> etree._Element:
    """The batch of an issue with two articles that have DOIs, the first of which says something more."""
    text = catalogue_copy.text(ISSUE)
    ids = re.findall(r"^  - id: (\S+)$", text, re.MULTILINE)
    first, second = ids[:2]
    lines, seen = [], ""
    for line in text.split("\n"):
        found = re.match(r"  - id: (\S+)$", line)
        seen = found[1] if found else seen
        if "doi:" not in line:
            lines.append(line)
        if found and seen == first:
            lines += [f"    {each}" for each in said_in_record.format(second=second).splitlines()]
        if "citation_key:" in line and seen in (first, second):
            lines.append(f"        doi: 10.5555/{seen}")
    catalogue_copy.write(ISSUE, "\n".join(lines))
    catalogue = load(catalogue_copy.folder)
    return valid(deposits(catalogue, **options).crossref(catalogue.issues["10"]))


CORRECTED = "corrected:\n  - day: 2026-12-02\n    what: {{en: Table 3.}}"


def test_a_correction_is_an_update_of_the_article_s_own_doi(catalogue_copy: SpoiltCatalogue) -> None:
    root = told_of_updates(catalogue_copy, CORRECTED, policy="10.5555/policy")
    assert said(root, "//c:crossmark_policy") == ["10.5555/policy"]
    [update] = root.iterfind(".//{*}update")
    article = update.xpath("ancestor::c:journal_article/c:doi_data/c:doi", namespaces=NAMES)[0].text
    assert (update.text, update.get("type"), update.get("date")) == (article, "correction", "2026-12-02")


@pytest.mark.parametrize(("because", "kind"), [("retracted", "retraction"), ("mistake", "removal")])
def test_a_withdrawal_is_an_update(catalogue_copy: SpoiltCatalogue, because: str, kind: str) -> None:
    root = told_of_updates(catalogue_copy, f"withdrawn: {{{{on: 2026-12-02, because: {because}}}}}", policy="10.5555/policy")
    assert said(root, "//c:update/@type") == [kind]


def test_of_a_superseded_article_the_one_in_its_place_tells(catalogue_copy: SpoiltCatalogue) -> None:
    written = "withdrawn: {{on: 2026-12-02, because: superseded, replaced_by: {second}}}"
    root = told_of_updates(catalogue_copy, written, policy="10.5555/policy")
    old, new = said(root, "//c:journal_article/c:doi_data/c:doi")
    assert said(root, "//c:update[@type='new_version']") == [old]
    assert said(root, "//rel:intra_work_relation[@relationship-type='isReplacedBy']") == [new]
    assert said(root, "//rel:intra_work_relation[@relationship-type='replaces']") == [old]


def test_without_a_policy_there_are_relations_and_no_updates(catalogue_copy: SpoiltCatalogue) -> None:
    root = told_of_updates(catalogue_copy, "withdrawn: {{on: 2026-12-02, because: retracted, replaced_by: {second}}}")
    assert said(root, "//c:update") == [] and len(said(root, "//rel:intra_work_relation/@relationship-type")) >= 2
