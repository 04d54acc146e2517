"""Tables of counts, tidy or wide, in the one form that published counts have."""
