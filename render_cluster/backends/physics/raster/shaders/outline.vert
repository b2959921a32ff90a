// A shell a pixel or so larger than the thing; its back faces are the ink line.
#include "blocks.glsl"
#include "place.glsl"
in vec3 normal, colour;
uniform mat4 projection;
uniform float width_px;
out vec3 tint;
void main() {
    mat4 m = placing();
    vec4 at = projection * (m * vec4(point, 1.0));
    vec2 out_px = (projection * vec4(mat3(m) * normal, 0.0)).xy * viewport.xy;
    float far_thin = clamp(5.0 / at.w, 0.35, 1.0);
    at.xy += out_px / max(length(out_px), 1e-5) * width_px * far_thin * 2.0 / viewport.xy * at.w;
    at.z += 0.0002 * at.w;
    tint = colour;
    gl_Position = at;
}
