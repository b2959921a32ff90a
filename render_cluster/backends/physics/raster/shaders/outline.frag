// Ink: the thing's own colour, deep and a little violet.
#include "range.glsl"
in vec3 tint;
out vec4 light;
void main() { light = vec4(squeeze(tint * vec3(0.10, 0.075, 0.11) + vec3(0.010, 0.007, 0.014)), 1.0); }
