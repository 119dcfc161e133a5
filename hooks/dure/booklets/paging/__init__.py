"""Which page everything stands on, worked out before anything is set."""
