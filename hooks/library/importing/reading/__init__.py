"""Readers of formats: each makes neutral entries of a file."""
