"""The models of things, one module a group."""
