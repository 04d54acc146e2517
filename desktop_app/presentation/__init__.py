"""Result -> display models: tables, plots, sentences, overview, report. No Qt, no Excel, no pandas."""
