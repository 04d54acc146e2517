"""Figures from published counts, without adding a total to its parts."""
