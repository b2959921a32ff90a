"""What pages about the feed have in common."""
