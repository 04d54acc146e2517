"""Counts of records: which rows pass the filters, what they hold, and how many of what they are."""
