"""The library without a connection: what browsers keep, and the library of one language in a zip."""
