// Paints the sky once a shot: gradient, sun or moon, clouds, stars.
#include "dome.glsl"
#include "noise.glsl"
#include "range.glsl"
in vec2 uv;
out vec4 light;
uniform vec3 zenith, horizon, haze, cloud_light, cloud_shade, sun_direction, sun_colour;
uniform float cloud_cover, star_light, sun_size, seed;

vec4 thin_clouds(vec3 d, float toward_sun) {
    vec2 p = d.xy / (d.z + 0.16) * 1.15 + seed;
    vec2 warp = vec2(value_noise(p * 0.9), value_noise(p * 0.9 + 9.1)) * 0.7;
    float thick = cloud_noise(p + warp, 6);
    float lit_from = cloud_noise(p + warp + sun_direction.xy * 0.16, 4);
    float cover = smoothstep(cloud_cover, cloud_cover + 0.30, thick);
    float lit = clamp(0.6 + 2.4 * (thick - lit_from), 0.0, 1.0);
    vec3 c = mix(cloud_shade, cloud_light, lit) + sun_colour * 0.05 * toward_sun;
    return vec4(c, cover * smoothstep(0.02, 0.22, d.z) * 0.9);
}

// Heaped summer clouds with crisp tops that stand on a flat base.
vec4 painted_clouds(vec3 d) {
    float around = atan(d.y, d.x) + seed;
    float up = asin(clamp(d.z, 0.0, 1.0));
    vec4 painted = vec4(0.0);
    if (cloud_cover > 0.99) return painted;
    for (int bank = 0; bank < 2; bank++) {
        float far = float(bank);
        vec2 p = vec2(around * mix(2.6, 4.2, far), up * mix(5.0, 9.0, far)) + far * 17.0;
        float top = mix(0.36, 0.17, far) * smoothstep(cloud_cover - 0.12, cloud_cover + 0.32,
                                                     value_noise(vec2(around * 1.5 + 4.0 * far, 3.0)));
        float lumps = cloud_noise(p * 2.2, 5) - 0.45;
        float body = top - up + lumps * 0.30;
        float cover = smoothstep(0.0, 0.022, body) * smoothstep(0.035, 0.075, up + lumps * 0.02);
        float shade_lumps = cloud_noise(p * 2.2 + vec2(-sun_direction.y, 0.35) * 0.22, 4) - 0.45;
        float lit = smoothstep(-0.03, 0.03, lumps - shade_lumps + (up - top * 0.45) * 0.35);
        vec3 c = mix(cloud_shade, cloud_light, lit);
        painted = mix(painted, vec4(c, 1.0), cover * mix(1.0, 0.75, far) * (1.0 - painted.a));
    }
    return painted;
}

float stars(vec3 d) {
    vec2 p = d.xy / (1.0 + d.z) * 120.0;
    vec2 cell = floor(p);
    float chance = hash(cell + 5.0);
    vec2 place = vec2(hash(cell + 11.0), hash(cell + 23.0)) * 0.6 + 0.2;
    return smoothstep(0.24, 0.0, length(fract(p) - place)) * pow(smoothstep(0.93, 1.0, chance), 2.0);
}

void main() {
    vec3 d = square_to_dome(uv);
    float up = max(d.z, 0.0);
    float toward_sun = max(dot(d, sun_direction), 0.0);
    vec3 c = mix(horizon, zenith, pow(up, 0.5));
    c = mix(c, haze, pow(1.0 - up, 9.0) * 0.85);
    c += sun_colour * (0.035 * pow(toward_sun, 5.0) + 0.10 * pow(toward_sun, 60.0)) * (0.35 + 0.65 * (1.0 - up));
    c += star_light * stars(d) * smoothstep(0.05, 0.3, d.z);
    c += sun_colour * 6.0 * smoothstep(1.0 - sun_size * 1.15, 1.0 - sun_size, dot(d, sun_direction));
#if TOON
    vec4 cloud = painted_clouds(d);
#else
    vec4 cloud = thin_clouds(d, pow(toward_sun, 4.0));
#endif
    c = mix(c, cloud.rgb, cloud.a);
    c = mix(c, haze * 0.75, smoothstep(0.0, -0.06, d.z));
    light = vec4(squeeze(c) + (hash(gl_FragCoord.xy) - 0.5) / 255.0, 1.0);
}
