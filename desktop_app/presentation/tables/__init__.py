"""The tables as display models, and the records as people read them."""
