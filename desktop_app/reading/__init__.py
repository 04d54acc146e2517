"""Turns spreadsheets into datasets and says what was done with every row."""
