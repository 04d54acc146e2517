"""Result -> display models: tables, plots, sentences, the overview, the report. No Qt, no Excel, no pandas."""
