"""The measured comparisons, runnable by anyone."""
