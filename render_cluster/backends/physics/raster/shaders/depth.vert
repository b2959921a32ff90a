// Depth alone, for shadows and for the first pass over the scene.
#include "place.glsl"
uniform mat4 projection;
invariant gl_Position;
void main() { gl_Position = projection * (placing() * vec4(point, 1.0)); }
