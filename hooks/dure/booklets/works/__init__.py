"""One module for each kind of work: what its pages hold, in the order they hold it."""
