"""Small widgets that the pages are made of; each paints itself from the theme and works by keyboard."""
