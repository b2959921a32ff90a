"""From a recording and the challenge it answers to a verdict, a template and a texture of the face."""
