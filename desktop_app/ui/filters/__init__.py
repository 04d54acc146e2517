"""Filters: the panel on the left, the chips, and the menu of each column."""
