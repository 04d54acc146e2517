"""Where the tables stand on a sheet, and what their headings and rows are."""
