"""Writes display models to files."""
