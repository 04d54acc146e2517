"""The charts as display models, one module for each form."""
