"""Reading: its progress, its questions, the sheet as it stands and its correction."""
