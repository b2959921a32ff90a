// Light gathered along the way that things go while the lens is open; alpha is how much of it is smeared
// (after McGuire and others, "A reconstruction filter for plausible motion blur", 2012).
#include "blocks.glsl"
#include "noise.glsl"
in vec2 uv;
out vec4 light;
uniform sampler2D picture, speed, widest;
uniform float shutter;
uniform vec2 texel;
const int TAPS = 8;
float pixels(vec2 way) { return length(way * viewport.xy); }
void main() {
    float jitter = hash(gl_FragCoord.xy) - 0.5;
    vec2 way = texture(widest, uv).rg * shutter;
    float longest = pixels(way);
    // Longer than a tenth of the picture nobody could make out anything.
    way *= min(1.0, 0.10 * viewport.y / max(longest, 1e-3));
    float own = pixels(texture(speed, uv).rg * shutter);
    vec3 sum = texture(picture, uv).rgb;
    float weight = 1.0, smeared = 0.0;
    for (int i = 0; i < TAPS; i++) {
        float along = (float(i) + 0.5 + jitter) / float(TAPS) - 0.5;
        vec2 at = uv + way * along;
        float far = abs(along) * pixels(way) * 2.0;
        float its = pixels(texture(speed, at).rg * shutter);
        float reaches = smoothstep(far - 1.0, far + 1.0, max(its, own));
        sum += texture(picture, at).rgb * reaches;
        weight += reaches;
        smeared += reaches * step(1.0, its);
    }
    float moved = max(smoothstep(0.7, 2.0, own), smeared / float(TAPS));
    light = vec4(sum / weight, moved * smoothstep(0.8, 2.0, longest));
}
