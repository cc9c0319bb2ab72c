"""Pictures of the collection: a map, a timeline, a matrix of gaps, and what exists in which language.

Numbers are counted once, in ``counts``. Each picture's view holds them with the positions of
what is drawn; the drawing and its table are both made of that view.
"""

from library.pages.pictures.overview import OverviewView, OverviewViews

__all__ = ["OverviewView", "OverviewViews"]
