// How far what stands still goes in one frame because the camera moves, in shares of the picture.
#include "blocks.glsl"
in vec2 uv;
out vec2 gone;
uniform sampler2D depth;
uniform mat4 projection_before;
void main() {
    vec3 here = vec3(uv, texture(depth, uv).r) * 2.0 - 1.0;
    vec4 world = inverse_view_projection * vec4(here, 1.0);
    vec4 before = projection_before * world;
    gone = before.w * world.w > 0.0 ? (here.xy - before.xy / before.w) * 0.5 : vec2(0.0);
}
