"""What the product offers, as data: columns and their headings, measures, charts, places."""
