"""Search without a server: what is written at build time for the reader's browser to search."""
