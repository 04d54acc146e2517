"""How files were read and what was found in them, as display models."""
