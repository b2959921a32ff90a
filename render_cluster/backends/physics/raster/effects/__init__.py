"""What is in the air: spray, dust, sparks, flames, smoke, rain; each a function of the moment alone."""
