"""The feed: from what a viewer asks, through named stages, to a slate that can explain itself."""
