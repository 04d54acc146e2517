"""The pages of the window: each draws its part of the view."""
