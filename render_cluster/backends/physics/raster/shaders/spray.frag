// White water, soft at its edge, torn where it lies as foam.
#include "blocks.glsl"
#include "range.glsl"
in vec2 at;
in vec4 kind;
uniform sampler2D ripples;
out vec4 light;
void main() {
    float out_from = length(at);
    float torn = (texture(ripples, at * 0.35 + kind.w).b * 8.0 - 4.0) * 0.45 * kind.y;
    float edge = smoothstep(1.0, TOON == 1 ? 0.93 : 0.55, out_from + torn);
    float ring = smoothstep(kind.z - 0.12, kind.z + 0.05, out_from + torn);
    vec3 c = sky_colour.rgb * 0.9 + sun_colour.rgb * 0.20;
    light = vec4(squeeze(c), edge * ring * kind.x);
}
