"""Printed matter: records are chosen, laid out as views, typeset and made ready for the press."""
