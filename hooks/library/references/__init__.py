"""Formatted references: one citation, in the styles that readers' institutions ask for."""
