// Carries a thing's vertices into the picture with all that its surface needs.
#include "blocks.glsl"
#include "place.glsl"
in vec3 normal, colour, surface;
uniform mat4 projection;
uniform float lowest_m;
out vec3 world, facing, local, tint, finish;
out vec3 in_static_shadow, in_moving_shadow;
invariant gl_Position;
void main() {
    mat4 m = placing();
    vec4 w = m * vec4(point, 1.0);
    world = w.xyz;
    facing = mat3(m) * normal;
    local = point;
    tint = colour;
    finish = surface;
    in_static_shadow = (static_shadow * w).xyz * 0.5 + 0.5;
    in_moving_shadow = (moving_shadow * w).xyz * 0.5 + 0.5;
    gl_Position = projection * w;
    gl_ClipDistance[0] = w.z - lowest_m;   // for the mirror: what is under water is not reflected
}
