"""Dure: a region's social-economy records, made into a website, booklets and open data."""
