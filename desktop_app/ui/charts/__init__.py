"""Draws a `presentation.models.Plot`: on the screen, as a picture, on the clipboard."""
