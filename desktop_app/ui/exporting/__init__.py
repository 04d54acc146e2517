"""Exporting: the dialog, its preview, and saving pictures."""
