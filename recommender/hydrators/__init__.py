"""What a query and its candidates must know before they are judged."""
