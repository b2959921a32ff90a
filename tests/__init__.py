"""What the app promises, said as tests; the folders mirror its floors."""
