"""Everything that the server holds of a person, for that person to take along."""
