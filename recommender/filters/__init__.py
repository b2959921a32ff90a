"""What keeps candidates out, one file a reason."""
