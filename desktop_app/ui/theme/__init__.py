"""The look of the program in light and dark."""
