// The last step: shade from nearness, glow, lens, tone curve, grade, grain and frame.
#include "blocks.glsl"
#include "range.glsl"
#include "noise.glsl"
#include "fxaa.glsl"
in vec2 uv;
out vec4 shown;
uniform sampler2D picture, shade, glow, halved, smeared;
uniform vec3 shadow_grade, light_grade, glow_tint;
uniform float exposure, glow_share, shade_share, saturation, contrast, vignette, grain, bar, frame;

vec3 filmic(vec3 c) {   // Narkowicz's fit of the ACES curve
    return clamp(c * (2.51 * c + 0.03) / (c * (2.43 * c + 0.59) + 0.14), 0.0, 1.0);
}
// A gentle shoulder that leaves painted colours alone.
vec3 painted(vec3 c) { return 1.0 - exp(-c * (1.2 + 0.9 * c)); }

// c to the power 1 / 2.2 within half a step of 255, from roots alone.
vec3 encoded(vec3 c) {
    vec3 r1 = sqrt(c), r2 = sqrt(r1), r3 = sqrt(r2);
    return clamp(0.585122 * r1 + 0.783140 * r2 - 0.368263 * r3, 0.0, 1.0);
}

#if PIXELS
uniform sampler3D palette;
// The palette's colour nearest to c, where even areas between two colours are a chequered mix (Bayer, 1973).
vec3 chequered(vec3 c) {
    const float BAYER[16] = float[](0.0, 8.0, 2.0, 10.0, 12.0, 4.0, 14.0, 6.0,
                                    3.0, 11.0, 1.0, 9.0, 15.0, 7.0, 13.0, 5.0);
    ivec2 at = ivec2(gl_FragCoord.xy) & 3;
    float step = (BAYER[at.y * 4 + at.x] + 0.5) / 16.0 - 0.5;
    return texture(palette, clamp(c + step * 0.085, 0.0, 1.0) * (31.0 / 32.0) + 0.5 / 32.0).rgb;
}
#endif

void main() {
    vec4 drawn = texelFetch(picture, ivec2(gl_FragCoord.xy), 0);
#if PIXELS
    vec3 c = drawn.rgb;
#else
    vec3 c = smoothed(picture, drawn.rgb, uv, 1.0 / viewport.xy);
#endif
#if SMEAR
    vec4 drawn_out = texture(smeared, uv);
    c = mix(c, drawn_out.rgb, drawn_out.a);
#endif
#if FOCUS
    vec4 soft = texture(halved, uv);
    c = mix(c, soft.rgb, smoothstep(0.10, 0.40, abs(soft.a * 2.0 - 1.0)));
#endif
    c = unsqueeze(c) * mix(1.0, mix(texture(shade, uv).r, 1.0, drawn.a * 0.7), shade_share);
#if GLOW
    c += texture(glow, uv).rgb * glow_tint * glow_share;
#endif
    c *= exposure;
#if TOON
    c = painted(c);
#else
    c = filmic(c);
#endif
    c = encoded(c);
    float grey = dot(c, vec3(0.30, 0.59, 0.11));
    c = mix(vec3(grey), c, saturation);
    c = mix(c, c * c * (3.0 - 2.0 * c), contrast);
    c += mix(shadow_grade, light_grade, smoothstep(0.1, 0.85, grey));
    vec2 from_middle = uv - 0.5;
    c *= 1.0 - dot(from_middle, from_middle) * vignette;
#if GRAIN
    c += grain * (hash(gl_FragCoord.xy + mod(frame, 61.0) * 37.0) - 0.5);
#endif
#if PIXELS
    c = chequered(c);
#endif
    c *= step(abs(from_middle.y), 0.5 - bar);
    shown = vec4(c, 1.0);
}
