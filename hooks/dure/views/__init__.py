"""Records in one language, ready to show: templates get nothing that is still to be decided."""
