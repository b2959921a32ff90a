"""What may happen: commands, decisions and the events they leave behind."""
