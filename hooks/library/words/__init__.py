"""One language: its words, and the rules that hold for them."""
