"""The records: their table, one record in full, and the choice of columns."""
