"""Search: entries in, a Pagefind index and its plan out; the same answers on the command line."""
