"""Animals as meshes: flesh, ears, horns, feathers and fins, painted with their coats."""
