// What is bright enough to glow, at a quarter of the size.
in vec2 uv;
out vec4 light;
#include "range.glsl"
uniform sampler2D halved;
uniform float threshold;
uniform vec2 texel;
void main() {
    vec3 c = vec3(0.0);
    for (int i = 0; i < 4; i++) {
        vec2 at = uv + texel * (vec2(i & 1, i >> 1) * 2.0 - 1.0);
        c += min(unsqueeze(texture(halved, at).rgb), vec3(12.0));
    }
    c *= 0.25;
    float top = max(c.r, max(c.g, c.b));
    light = vec4(c * smoothstep(threshold, threshold + 0.8, top), 1.0);
}
