"""The rules for published workbooks, one function each; every breach names its rule and its place."""
