// The sea: mirrored sky and things, light through the crests, glitter, foam; or flat painted bands.
#include "blocks.glsl"
#include "dome.glsl"
#include "range.glsl"
in vec3 world;
in vec2 slope;
in float crest;
in float seaward;
uniform vec4 shore;
uniform float still;
in vec3 in_static_shadow, in_moving_shadow;
#include "shading.glsl"
uniform sampler2D mirror, ripples;   // ripples: slopes in red and green, height in blue
uniform vec3 deep, shallow, foam_colour;
uniform float ripple_share;
out vec4 light;
void main() {
    float time = eye_time.w;
    float far = length(eye_time.xyz - world);
    vec3 v = (eye_time.xyz - world) / far;
    vec3 fine = texture(ripples, world.xy * 0.47 + time * vec2(0.035, 0.021)).rgb * 8.0 - 4.0;
    vec3 broad = texture(ripples, world.yx * 0.13 - time * vec2(0.016, 0.027)).rgb * 8.0 - 4.0;
    float calm = 1.0 / (1.0 + far * 0.035);
    vec2 tilt = slope + (fine.xy * 0.75 + broad.xy) * ripple_share * (0.35 + 0.65 * calm) * (1.0 - 0.82 * still);
    vec3 n = normalize(vec3(-tilt, 1.0));
    float facing = max(dot(n, v), 0.0);
    float grazing = 1.0 - facing, squared = grazing * grazing;
    float fresnel = 0.02 + 0.98 * squared * squared * grazing;
    vec3 r = reflect(-v, n);
    r.z = abs(r.z);
    vec2 screen = gl_FragCoord.xy / viewport.xy;
    vec4 thing = texture(mirror, screen + (n.xy + slope * 0.4) * 0.10 * (1.0 - 0.5 * still));
    float lit = texture(moving_shadow_map, in_moving_shadow - vec3(0.0, 0.0, 0.004));
    float through = smoothstep(-0.2, 1.0, crest + dot(slope, sun_direction.xy) * 0.6);
#if TOON
    float band = smoothstep(0.36, 0.40, crest * 0.5 + 0.5 + broad.z * 0.10);
    float band2 = smoothstep(0.70, 0.73, crest * 0.5 + 0.5 + broad.z * 0.10);
    vec3 c = mix(deep, mix(deep, shallow, 0.55), band);
    c = mix(c, shallow, band2 * 0.8);
    c *= 0.72 + 0.28 * lit;
    vec3 overhead = unsqueeze(textureLod(sky, dome_to_square(normalize(vec3(r.xy * 0.35, r.z + 0.25))), 4.0).rgb);
    c = mix(c, overhead, smoothstep(0.15, 0.95, fresnel) * 0.75);
    c = mix(c, unsqueeze(thing.rgb) * 0.8 + deep * 0.2, thing.a * 0.45);
    float line = smoothstep(0.035, 0.020, abs(fine.z + broad.z * 0.6 - 0.30)) * smoothstep(26.0, 6.0, far);
    c = mix(c, foam_colour, line * 0.35 * smoothstep(0.1, 0.5, crest + 0.25));
    float sparkle = smoothstep(0.90, 0.93, dot(normalize(sun_direction.xyz + v), n) + fine.z * 0.05 - 0.02);
    c += sparkle * foam_colour * 0.35 * smoothstep(60.0, 12.0, far) * lit;
#else
    vec3 mirrored = unsqueeze(textureLod(sky, dome_to_square(r), 1.5).rgb);
    mirrored = mix(mirrored, unsqueeze(thing.rgb), thing.a);
    vec3 light_in = sky_colour.rgb * 0.9 + sun_colour.rgb * 0.14 * (0.3 + 0.7 * lit);
    vec3 body = (deep * 1.1 + shallow * through * 0.55) * light_in;
    vec3 c = mix(body, mirrored, fresnel);
    float glint = max(dot(n, normalize(sun_direction.xyz + v)), 0.0);
    float sharp = mix(380.0, 90.0, smoothstep(4.0, 60.0, far));
    c += sun_colour.rgb * lit * fresnel * 6.0 * pow(glint, sharp) * min(sharp * 0.012, 3.0);
    float breaking = crest + broad.z * 0.45 + fine.z * 0.22;
    float foam = smoothstep(0.92, 1.35, breaking) * calm * 1.6;
    c = mix(c, foam_colour * (sky_colour.rgb + sun_colour.rgb * 0.22 * lit), clamp(foam, 0.0, 0.75));
#endif
    if (shore.w > 0.0) {
        // White water where the swell breaks, and the torn lace that each wave leaves on the sand.
        float along = dot(world.xy, vec2(-shore.y, shore.x));
        float bend = seaward + 1.6 * sin(along * 0.11) + 0.8 * sin(along * 0.29 + 1.0);
        float phase = 6.2832 / 9.0 * bend + time * 1.35;
        float lace = broad.z * 0.55 + fine.z * 0.30;
        float front = smoothstep(0.55, 0.95, sin(phase) + lace * 0.45) * smoothstep(19.0, 4.0, seaward + lace * 3.0);
        float trail = smoothstep(0.3, 1.1, sin(phase - 0.9) + lace * 1.1 - 0.45) * smoothstep(12.0, 1.0, seaward) * 0.5;
        float edge = smoothstep(0.9, 0.1, seaward + lace * 0.5) * 0.8;
        float white = clamp(max(max(front, trail), edge) * (0.75 + 0.25 * fine.z), 0.0, 0.95);
        vec3 shallows = vec3(0.30, 0.42, 0.36) * (sky_colour.rgb + sun_colour.rgb * 0.15);
        c = mix(c, shallows, 0.55 * smoothstep(9.0, 0.0, seaward));
        c = mix(c, foam_colour * (sky_colour.rgb * 0.95 + sun_colour.rgb * 0.20), white);
    }
    light = vec4(squeeze(through_air(c, world)), 0.8);
}
