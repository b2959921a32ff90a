// Light on a surface: shadows, a physically based answer and a drawn one.
uniform sampler2D sky;
uniform sampler2DShadow static_shadow_map, moving_shadow_map;

// Each look at a map takes four texels and eases between them.
float lit_in(sampler2DShadow map, vec3 at, float bias) {
    vec2 aside = 0.5 / vec2(textureSize(map, 0));
    float z = at.z - bias;
    return 0.5 * (texture(map, vec3(at.xy + aside, z)) + texture(map, vec3(at.xy - aside, z)));
}
#if SLATS
// What a blind lets through: bars of light, even where they are too fine to be seen apart.
float through_blind(float at) {
    float width = fwidth(at);
    float bar = smoothstep(0.17 - width, 0.17 + width, abs(fract(at) - 0.5));
    return mix(bar, 0.66, clamp(width * 2.0 - 0.4, 0.0, 1.0));
}
#endif
// Both maps clear to "far", and their border is lit, so what lies outside is in the light.
float sunlight(vec3 n_sun) {
    float slope = 1.0 - clamp(n_sun.x, 0.0, 1.0);
    float still = lit_in(static_shadow_map, in_static_shadow, 0.0007 + 0.0045 * slope * slope);
#if SLATS
    still *= through_blind(in_static_shadow.y * 150.0);
#endif
    return still * lit_in(moving_shadow_map, in_moving_shadow, 0.0010 + 0.0030 * slope);
}
// What stands far off needs no more than one look at the map.
float far_sunlight(float bias) { return texture(static_shadow_map, in_static_shadow - vec3(0.0, 0.0, bias)); }
vec3 ambient(vec3 n) { return mix(ground_colour.rgb, sky_colour.rgb, n.z * 0.5 + 0.5); }

vec3 lamps(vec3 albedo, vec3 n) {
    vec3 sum = vec3(0.0);
#if LAMPS
    for (int i = 0; i < LAMPS; i++) {
        vec3 to = lamp_position[i].xyz - world;
        float square = dot(to, to);
        sum += lamp_colour[i].rgb * max(dot(n, to) * inversesqrt(square), 0.0) / (1.0 + square);
    }
#endif
    return albedo * sum;
}

#if LAMPS
// Lamps in a wet ground: long streaks towards the eye.
vec3 lamp_streaks(vec3 n, vec3 v, float rough) {
    vec3 sum = vec3(0.0);
    vec3 r = reflect(-v, n);
    for (int i = 0; i < LAMPS; i++) {
        vec3 to = lamp_position[i].xyz - world;
        float near = inversesqrt(dot(to, to));
        vec3 l = to * near;
        vec2 across = vec2(dot(l - r, normalize(vec3(-v.y, v.x, 1e-4))), (l - r).z);
        float streak = exp(-(across.x * across.x * 90.0 + across.y * across.y * 5.0) / (rough + 0.05));
        sum += lamp_colour[i].rgb * streak * near * 0.055;
    }
    return sum;
}
#endif

// Cook-Torrance with the GGX lobe, Schlick's Fresnel and a mirror of the sky; alpha is the sun's share.
vec4 physical(vec3 albedo, vec3 n, vec3 v, float rough, float metal, float lit, float soft) {
    vec3 s = sun_direction.xyz;
    vec3 h = normalize(s + v);
    float nv = max(dot(n, v), 0.03), nh = max(dot(n, h), 0.0);
    float ns = clamp((dot(n, s) + soft) / (1.0 + soft), 0.0, 1.0);
    float a = max(rough * rough, 0.02), a2 = a * a;
    float spread = nh * nh * (a2 - 1.0) + 1.0;
    float lobe = min(a2 / (3.1416 * spread * spread), 24.0);
    float k = a * 0.5 + 0.05;
    float mask = 0.25 / ((ns * (1.0 - k) + k) * (nv * (1.0 - k) + k));
    vec3 f0 = mix(vec3(0.04), albedo, metal);
    vec3 fresnel = f0 + (1.0 - f0) * pow(1.0 - max(dot(h, v), 0.0), 5.0);
    vec3 diffuse = (1.0 - metal) * albedo;
    vec3 sun = sun_colour.rgb * (lit * ns) * (diffuse * 0.3183 + lobe * mask * fresnel);
    vec3 mirrored = reflect(-v, n);
    vec3 edge = f0 + (max(vec3(1.0 - rough), f0) - f0) * pow(1.0 - nv, 5.0);
    vec3 around = unsqueeze(textureLod(sky, dome_to_square(mirrored), rough * 7.0).rgb);
    around *= smoothstep(-0.35, 0.25, mirrored.z) * 0.85 + 0.15;
    vec3 rest = diffuse * ambient(n) + around * edge * (1.0 - 0.6 * rough) + lamps(diffuse, n);
    vec3 c = sun + rest;
    return vec4(c, clamp(dot(sun, vec3(0.4)) / max(dot(c, vec3(0.4)), 1e-4), 0.0, 1.0));
}

// Two flat tones with a soft seam, a rim and a hard glint: how a cel is painted.
vec4 drawn(vec3 albedo, vec3 n, vec3 v, float rough, float lit, float rim_share) {
    vec3 s = sun_direction.xyz;
    float tone = smoothstep(0.02, 0.09, dot(n, s)) * smoothstep(0.35, 0.65, lit);
    vec3 shade = sky_colour.rgb * 0.62 + ground_colour.rgb * 0.38;
    vec3 bright = shade * 0.55 + sun_colour.rgb * 0.25;
    vec3 c = albedo * mix(shade, bright, tone);
    float rim = smoothstep(0.60, 0.70, 1.0 - max(dot(n, v), 0.0)) * smoothstep(-0.3, 0.5, dot(n, s));
    c += rim * rim_share * 0.22 * sun_colour.rgb * (albedo * 0.6 + 0.1);
    float glint = smoothstep(0.0, 0.01, dot(n, normalize(s + v)) - 0.975 - 0.02 * rough) * (1.0 - rough) * tone;
    c += glint * rim_share * 0.12 * sun_colour.rgb + lamps(albedo, n);
    return vec4(c, tone * 0.75);
}

vec3 through_air(vec3 c, vec3 from) {
    float far = max(length(eye_time.xyz - from) - sun_direction.w, 0.0);
    return mix(fog_colour.rgb, c, exp(-far * fog_colour.w));
}
