"""Everything that is said in words: numbers, changes, filters, sentences, cautions."""
