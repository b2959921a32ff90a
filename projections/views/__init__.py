"""The views, one file a question; which of them run stands in `projections.registry`."""
