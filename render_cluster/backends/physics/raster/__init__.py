"""The camera of the physics backend: it draws a scene and its motion with a small OpenGL engine."""
