"""What candidates are marked for, one file a thing."""
