// Glass and what is poured: tints the picture behind it, and mirrors the sky along its rim.
#include "blocks.glsl"
#include "dome.glsl"
#include "range.glsl"
in vec3 world, facing, tint, finish;
in vec3 in_static_shadow, in_moving_shadow;
#include "shading.glsl"
// What is laid on, and the share of the picture behind that stays.
layout(location = 0, index = 0) out vec4 light;
layout(location = 0, index = 1) out vec4 kept;

void main() {
    vec3 n = normalize(facing);
    vec3 v = normalize(eye_time.xyz - world);
    vec3 s = sun_direction.xyz;
    float nv = clamp(dot(n, v), 0.0, 1.0);
    float slant = (1.0 - nv) * (1.0 - nv);
    float mirrors = 0.04 + 0.80 * slant * slant;
    float lit = far_sunlight(0.002);
    // What floats in it is lit like a matte thing; `finish.y` is how much of it there is.
    float cloudy = finish.y;
    vec3 floats = tint * (ambient(n) + 0.32 * sun_colour.rgb * (lit * max(dot(n, s), 0.0))) + lamps(tint, n);
    vec3 mirrored = reflect(-v, n);
    vec3 around = unsqueeze(textureLod(sky, dome_to_square(mirrored), 2.0).rgb);  // between two sizes of it would be dearer
    around *= smoothstep(-0.35, 0.25, mirrored.z) * 0.85 + 0.15;
    float glint = lit * smoothstep(0.985, 0.998, dot(n, normalize(s + v)));
    float share = min(mirrors + cloudy + glint, 1.0);
    vec3 c = (around * mirrors + floats * cloudy + sun_colour.rgb * glint) / (mirrors + cloudy + glint);
    light = vec4(squeeze(through_air(c, world)) * share, 1.0);
    // Beer and Lambert: a slanting way through the wall is longer and takes more of the light.
    kept = vec4(exp2(log2(tint) * (0.25 / max(nv, 0.3))) * (1.0 - share), 1.0);
}
