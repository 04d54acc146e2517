"""Make the sample spreadsheets: synthetic records whose totals equal published figures."""
