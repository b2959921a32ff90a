// A drop or a patch of foam as a small disc: turned to the camera, or lying on the water.
#include "blocks.glsl"
in vec2 corner;
in vec4 place;      // centre in metres, radius in metres
in vec4 look;       // opacity, 1 where it lies flat, inner radius of a ring in 0..1, seed
uniform mat4 projection;
uniform vec3 right, up;
out vec2 at;
out vec4 kind;
void main() {
    vec3 side = mix(right, vec3(1, 0, 0), look.y), rise = mix(up, vec3(0, 1, 0), look.y);
    at = corner;
    kind = look;
    gl_Position = projection * vec4(place.xyz + (side * corner.x + rise * corner.y) * place.w, 1.0);
    gl_Position.z -= 0.0006 * gl_Position.w * look.y;
}
