"""The generator: records in, output files out.

Data flows one way: records, catalogue, indexes and citations, views, pages and
exports. Nothing here imports MkDocs or its theme; ``hooks/mkdocs_events.py`` is the
doorway between the two.
"""
