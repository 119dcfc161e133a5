"""The website: which pages there are, the shell they stand in, and how they are published."""
