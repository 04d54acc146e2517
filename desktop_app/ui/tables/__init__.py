"""The table that every page uses, and the clipboard."""
