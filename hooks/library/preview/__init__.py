"""What a change does to the site: both states built side by side, compared, and told in a comment."""
