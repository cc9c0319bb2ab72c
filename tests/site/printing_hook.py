"""A hook for one test: has the theme print sampled pages one by one, as MkDocs prints any page.

What is printed goes to ``printed.json`` beside the configuration, by path.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

KINDS = (
    "publications/{work}",
    "journal/{issue}/{article}",
    "journal/{issue}",
    "journal",
    "themes",
    "themes/{theme}",
    "people",
    "titles",
    "regions",
    "publications",
)

printed: dict[str, str] = {}
values: dict[str, dict[str, str]] = {}


def _doorway():
    return next(module for module in list(sys.modules.values()) if getattr(module, "_print_shells", None))


class _Recorder:
    """Takes the place of a shell and keeps what would be stamped."""

    base = ".."

    def stamp(self, filled):
        self.filled = filled
        return ""


@event_priority(-300)
def on_files(files, config):
    doorway = _doorway()
    from library.citations.library import gather
    from library.citations.references import formatted
    from library.doorway import catalogue_of
    from library.press.printed import MISSING, Printed
    from library.press.text_cache import TextCache
    from library.workshop import Workshop

    language = doorway.languages.of_this_build(config)
    settings = doorway._state.settings
    library = gather(settings, catalogue_of(settings))
    citations = [citation for placed in library.catalogue.works.values() for citation in library.citing.of_work(placed)]
    library.references.update(formatted(citations, TextCache(settings.cache / "references")))
    recorder = _Recorder()
    shop = Workshop(library, Printed({language: {1: recorder, 2: recorder, 3: recorder, MISSING: recorder}}))
    values.clear()
    wanted = _sample(library, settings.site.prefix(language))
    for file in _pages(shop.stamper(language)):
        if file.path in wanted:
            values[file.path] = recorder.filled
            page = File.generated(config, f"printed-{len(values)}.md", content="")
            page.url = file.path.removesuffix("index.html")
            page.dest_uri = f"printed/{file.path}"
            files.append(page)
    assert set(values) == wanted, wanted - set(values)
    return files


def _pages(stamper):
    """Pages of every kind that the sample may name, one after the other."""
    from library.catalogue.indexes import FACETS
    from library.pages import facets, journal, lists, titles, work

    library = stamper.library
    yield from (work.page(stamper, placed) for placed in library.catalogue.works.values())
    yield lists.page(stamper, None, 1)
    yield from (lists.page(stamper, shelf, 1) for shelf in library.indexes.shelves["themes"].values())
    for facet in FACETS:
        yield from facets.pages(stamper, facet.path)
    yield from titles.pages(stamper)
    yield journal.page(stamper)
    yield from (journal.issue_page(stamper, issue) for issue in library.catalogue.issues.values())


def _sample(library, prefix):
    catalogue = library.catalogue
    issue = next(issue for issue in catalogue.issues.values() if issue.articles)
    names = {
        "work": next(work_id for work_id, placed in catalogue.works.items() if not placed.in_journal),
        "issue": issue.id,
        "article": issue.articles[0].id,
        "theme": next(iter(library.indexes.shelves["themes"])),
    }
    return {f"{prefix}{kind.format(**names)}/index.html" for kind in KINDS}


@event_priority(-300)
def on_page_content(html, page, config, files):
    if page.file.dest_uri.startswith("printed/"):
        page.meta["template"] = "library/shell.html"
    return html


@event_priority(-300)
def on_page_context(context, page, config, nav):
    if page.file.dest_uri.startswith("printed/"):
        from library.press.shells import BASE as base

        filled = values[page.file.dest_uri.removeprefix("printed/")]
        context["places"] = {name: text.replace(base, context["base_url"]) for name, text in filled.items()}
    return context


@event_priority(300)
def on_post_page(output, page, config):
    if not page.file.dest_uri.startswith("printed/"):
        return output
    printed[page.file.dest_uri.removeprefix("printed/")] = output
    Path(config.config_file_path).with_name("printed.json").write_text(json.dumps(printed), "utf-8")
    return ""
