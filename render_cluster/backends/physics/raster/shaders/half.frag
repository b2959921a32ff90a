// The picture at half size, with how far out of focus each point is.
#include "blocks.glsl"
#include "depth_range.glsl"
in vec2 uv;
out vec4 light;
uniform sampler2D picture, depth;
uniform float focus_m, aperture;
void main() {
    vec3 c = texture(picture, uv).rgb;
#if FOCUS
    float z = metres(texture(depth, uv).r);
    float out_of_focus = clamp((z - focus_m) / max(z, 0.5 * focus_m) * aperture, -0.24, 1.0);
#else
    float out_of_focus = 0.0;
#endif
    light = vec4(c, out_of_focus * 0.5 + 0.5);
}
