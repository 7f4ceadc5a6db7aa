"""Tables -> something to read."""
