// How far a point of a moving thing goes in one frame, in shares of the picture; what is hidden tells nothing.
#include "blocks.glsl"
in vec3 now, before;
out vec2 gone;
uniform sampler2D depth;
uniform vec2 texel;
void main() {
    if (gl_FragCoord.z > texture(depth, gl_FragCoord.xy * texel).r + 0.0005) discard;
    gone = before.z > 0.05 ? (now.xy / now.z - before.xy / before.z) * 0.5 : vec2(0.0);
}
