"""A hook for one test: has the theme print sampled pages one by one, as MkDocs prints any page.

What is printed goes to ``printed.json`` beside the configuration, by path.
"""

from __future__ import annotations

import json
import sys
from itertools import chain
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
    from library.pages.language_pages import LanguagePages
    from library.site import with_references

    language = doorway.languages.of_this_build(config)
    build = with_references(doorway._state.build)
    recorder = _Recorder()
    values.clear()
    wanted = _sample(build, build.site.prefix(language))
    pages = LanguagePages(build, language, {1: recorder, 2: recorder, 3: recorder, "404": recorder})
    for file in chain(pages.work_pages(), pages.list_pages(), pages.other_pages()):
        if file.path in wanted:
            values[file.path] = recorder.filled
            page = File.generated(config, f"printed-{len(values)}.md", content="")
            page.url = file.path.removesuffix("index.html")
            page.dest_uri = f"printed/{file.path}"
            files.append(page)
    assert set(values) == wanted, wanted - set(values)
    return files


def _sample(build, prefix):
    catalogue = build.catalogue
    issue = next(issue for issue in catalogue.issues.values() if issue.articles)
    names = {
        "work": next(work_id for work_id, placed in catalogue.works.items() if not placed.in_journal),
        "issue": issue.id,
        "article": issue.articles[0].id,
        "theme": next(iter(build.indexes.shelves["themes"])),
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
        base = _doorway().BASE
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
