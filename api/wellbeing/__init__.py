"""What bounds a day of watching: sittings before a wellness check, and what a guardian may cap and count."""
