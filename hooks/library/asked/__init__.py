"""What readers ask for by the forms at the repository's host becomes a change of records, and an answer in their language."""
