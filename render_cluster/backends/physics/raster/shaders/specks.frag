// Small pictures in the air; SPRITE picks which. Light is squeezed and premultiplied by its cover.
#include "blocks.glsl"
#include "range.glsl"
#define FOAM 0
#define DROP 1
#define PUFF 2
#define CARD 3
#define BUBBLE 4
#define STREAK 5
#define FLAKE 6
#define BEAM 7
#define FLAME 8
#define SPARK 9
#define GLOW 10
in vec2 at;
in vec3 world;
in vec4 shade;
in vec4 course;     // seed, age in 0..1, extra, floor
uniform sampler2D detail, ripples;
out vec4 light;

vec3 around() { return sky_colour.rgb * 0.75 + ground_colour.rgb * 0.25; }
vec3 in_air(vec3 c) {
    float far = max(length(eye_time.xyz - world) - sun_direction.w, 0.0);
    return mix(fog_colour.rgb, c, exp(-far * fog_colour.w));
}

void main() {
    float out_from = length(at), seed = course.x, age = course.y, extra = course.z;
    float cover = shade.a;
    vec3 c = shade.rgb;
#if SPRITE == FOAM
    float torn = (texture(ripples, at * 0.35 + seed).b * 8.0 - 4.0) * 0.45;
    cover *= smoothstep(1.0, TOON == 1 ? 0.93 : 0.55, out_from + torn);
    cover *= smoothstep(extra - 0.12, extra + 0.05, out_from + torn);
    c *= around() * 1.2 + sun_colour.rgb * 0.20;
#elif SPRITE == DROP
    cover *= smoothstep(1.0, TOON == 1 ? 0.90 : 0.45, out_from);
    c *= around() * 1.2 + sun_colour.rgb * (0.14 + 0.10 * at.y);
#elif SPRITE == PUFF
    float lumps = texture(detail, at * 0.16 + seed * 7.3 + vec2(0.0, age * 0.10)).r;
    float fine = texture(detail, at * 0.41 - seed * 3.1 + vec2(age * 0.13, 0.0)).r;
    float body = 1.0 - out_from * out_from + (lumps - 0.5) * 1.7 + (fine - 0.5) * 0.7 - 0.25 * age;
    cover *= smoothstep(0.0, TOON == 1 ? 0.12 : 0.85, body) * smoothstep(1.0, 0.75, out_from);
    cover *= smoothstep(0.0, 0.35, world.z - course.w);
    vec3 n = normalize(vec3(at, 0.6) + vec3(0.0, 0.0, (lumps - 0.5) * 1.2));
    float lit = clamp(0.5 + 0.5 * n.y + (lumps - 0.5) * 1.4, 0.0, 1.0);
    c *= around() * (0.55 + 0.45 * lit) + sun_colour.rgb * (0.05 + 0.19 * lit) * extra;
    c = in_air(c);
#elif SPRITE == CARD
    c *= around() + sun_colour.rgb * 0.24 * abs(dot(normalize(vec3(seed, 0.4, 1.0)), sun_direction.xyz));
    cover *= extra < 0.0 ? smoothstep(1.0, 0.8, abs(at.x) + at.y * at.y) : 1.0;
    c = in_air(c);
#elif SPRITE == BUBBLE
    float edge = smoothstep(1.0, 0.88, out_from);
    float rim = pow(out_from, 4.0);
    float glint = smoothstep(0.30, 0.16, length(at - vec2(-0.38, 0.42)));
    float back = smoothstep(0.30, 0.12, length(at - vec2(0.36, -0.44))) * 0.5;
    cover *= edge * clamp(0.08 + 0.75 * rim + glint + back, 0.0, 1.0);
    c *= around() * (0.7 + 0.6 * rim) + sun_colour.rgb * (0.10 * rim + 0.35 * glint + 0.15 * back);
#elif SPRITE == STREAK
    cover *= smoothstep(1.0, 0.2, abs(at.x)) * smoothstep(1.0, 0.3, abs(at.y));
    c *= around() * 1.25 + sun_colour.rgb * 0.10;
#elif SPRITE == FLAKE
    cover *= smoothstep(1.0, TOON == 1 ? 0.85 : 0.35, out_from);
    c *= around() + sun_colour.rgb * 0.16;
#elif SPRITE == BEAM
    float dust = texture(detail, vec2(world.x + world.y, world.z) * 0.05 + seed).r;
    float soft = smoothstep(1.0, 0.0, abs(at.x));
    cover *= soft * soft * smoothstep(1.0, 0.35, abs(at.y)) * (0.55 + 0.9 * (dust - 0.25));
#elif SPRITE == FLAME
    // Tongues: noise that climbs, torn more the higher it gets, over a tapering body.
    float up = at.y * 0.5 + 0.5;
    float climb = course.y;
    vec2 p = vec2(at.x * 0.17 + seed, up * 0.17 - climb * 0.25);
    float sway = texture(detail, p * vec2(0.7, 0.8) + 0.37).r - 0.5;
    float x = at.x + sway * 1.5 * up;
    float lumps = texture(detail, p * 1.15 + vec2(sway * 0.05, 0.0)).r - 0.5;
    float fine = texture(detail, p * 2.7 - vec2(0.0, climb * 0.22)).r - 0.5;
    float taper = mix(0.62, 0.12, pow(up, 0.85)) * smoothstep(0.0, 0.12, up);
    float body = 1.0 - abs(x) / max(taper, 0.02) * 0.8 - up * 0.55 + (lumps * 1.9 + fine * 0.9) * (0.35 + 1.2 * up);
    float heat = clamp(body, 0.0, 1.0) * smoothstep(1.0, 0.7, up) * smoothstep(1.0, 0.7, abs(at.x));
#if TOON
    heat = (smoothstep(0.10, 0.14, heat) + smoothstep(0.34, 0.38, heat) + smoothstep(0.60, 0.64, heat)) * 0.3;
#endif
    c = vec3(0.9, 0.10, 0.01) * smoothstep(0.0, 0.35, heat) + vec3(1.7, 0.85, 0.10) * smoothstep(0.20, 0.75, heat)
      + vec3(0.9, 0.9, 0.55) * smoothstep(0.60, 1.0, heat);
    c *= shade.rgb;
    cover *= smoothstep(0.03, 0.28, heat);
#elif SPRITE == SPARK
    float thin = smoothstep(1.0, 0.0, abs(at.x));
    cover *= thin * smoothstep(1.0, 0.5, abs(at.y));
    c = mix(c, vec3(max(c.r, max(c.g, c.b))), 0.35 * smoothstep(0.6, 1.0, thin) * (1.0 - age));
#elif SPRITE == GLOW
    float soft = clamp(1.0 - out_from, 0.0, 1.0);
    cover *= soft * soft + extra * smoothstep(0.55, 0.25, out_from);
#endif
    cover = clamp(cover, 0.0, 1.0);
    light = vec4(squeeze(c) * cover, cover);
}
