"""Shows what spreadsheets of serious incident notifications say: numbers, trend and change."""
