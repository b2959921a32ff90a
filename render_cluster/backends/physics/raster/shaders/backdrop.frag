// The sky behind everything.
#include "blocks.glsl"
#include "dome.glsl"
in vec2 uv;
out vec4 light;
uniform sampler2D sky;
void main() {
    vec4 far = inverse_view_projection * vec4(uv * 2.0 - 1.0, 1.0, 1.0);
    vec3 d = normalize(far.xyz / far.w - eye_time.xyz);
    d.z = max(d.z, 0.002);
    light = vec4(textureLod(sky, dome_to_square(normalize(d)), 0.0).rgb, 1.0);
}
