"""What machines read in the head of a page: each module turns citations into tags of one vocabulary."""
