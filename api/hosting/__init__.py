"""A server as a process among others: how it is founded, that it is alone, what runs in it, and how it fares."""
