"""Animals as data: which there are, what they are called and how they are built."""
