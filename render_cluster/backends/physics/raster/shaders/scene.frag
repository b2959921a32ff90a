// The surface of every solid thing; MATERIAL picks what is special about it.
#include "blocks.glsl"
#include "dome.glsl"
#include "range.glsl"
in vec3 world, facing, local, tint, finish;
in vec3 in_static_shadow, in_moving_shadow;
#define PLAIN 0
#define GROUND 1
#define BALL 2
#define FOLIAGE 3
#define SKIN 4
#define CLOTH 5
#define HAIR 6
#define EYE 7
#define FAR 8
#define FUR 9
#define FACE 10
#define FLESH (MATERIAL == SKIN || MATERIAL == FACE)
#define TERRAIN 20
#define LEAVES 21
#define UNDERSIDE 22
#include "shading.glsl"
uniform sampler2D detail;
#if MATERIAL == GROUND || MATERIAL == TERRAIN
uniform sampler2D ground;
uniform float ground_side_m;
#endif
#if MATERIAL == FACE
uniform sampler2D face;
#endif
#if CAUSTICS || MATERIAL == UNDERSIDE
uniform sampler2D ripples;
#endif
out vec4 light;

// One sample of the grain from the side that the surface faces most.
float grain(vec3 p, vec3 n) {
    vec3 a = abs(n);
    vec2 at = a.z > max(a.x, a.y) ? p.xy : (a.x > a.y ? p.yz : p.xz);
    return texture(detail, at * 0.55).r;
}

#if CAUSTICS
// Light that waves gather into bright threads: where two moving ripple fields meet at mid height.
float caustics(vec3 p) {
    vec2 at = p.xy - sun_direction.xy / max(sun_direction.z, 0.3) * p.z;
    float one = texture(ripples, at * 0.21 + eye_time.w * vec2(0.018, 0.011)).b;
    float two = texture(ripples, at.yx * 0.17 - eye_time.w * vec2(0.013, 0.019)).b;
    float thread = 1.0 - smoothstep(0.0, 0.055, abs(one + two - 1.0));
    return 0.62 + 1.5 * thread * thread;
}
#endif

#if CLAY
#include "noise.glsl"
// Thumb dents and fingerprints, a little elsewhere in each picture, as kneading hands leave them.
vec3 kneaded(vec3 n, vec3 p) {
    vec3 a = abs(n);
    vec2 at = a.z > max(a.x, a.y) ? p.xy : (a.x > a.y ? p.yz : p.xz);
    vec2 moved = vec2(hash(vec2(eye_time.w * 12.0, 3.0)), hash(vec2(eye_time.w * 12.0, 8.0))) * 0.05;
    // As many dents a picture as a figure of a hand's length would show, however far off it is.
    float far = length(eye_time.xyz - world);
    float coarse = clamp(far / 5.0, 0.5, 4.0);
    vec2 spot = at / coarse + moved;
    // Coarse copies of the grain are smooth: two, shifted by half a texel, hide its squares.
    vec2 dents = 0.5 * (textureLod(detail, spot * 0.55, 3.0).rg + textureLod(detail, spot * 0.55 + 0.016, 4.0).rg);
    float small = 0.5 * (textureLod(detail, spot.yx * 1.1, 2.0).r + textureLod(detail, spot.yx * 1.1 + 0.008, 3.0).r);
    float turn = length(spot - 0.5 * floor(spot * 2.0) - 0.25 + (dents - 0.5) * 0.25);
    float prints = sin(turn * 190.0) * smoothstep(0.44, 0.62, small) * smoothstep(0.012, 0.004, fwidth(turn));
    // Faces are smoothed with more care.
    float care = FLESH ? 0.45 : 1.0;
    float height = (dents.x * 0.17 + small * 0.045 + prints * 0.0013) * coarse * care;
    vec3 px = dFdx(world), py = dFdy(world);
    vec3 r1 = cross(py, n), r2 = cross(n, px);
    float det = dot(px, r1);
    vec3 slope = sign(det) * (dFdx(height) * r1 + dFdy(height) * r2);
    return normalize(abs(det) * n - clamp(slope / max(abs(det), 1e-9), -0.5, 0.5) * abs(det));
}
#endif

void main() {
    vec3 n = normalize(facing);
#if CLAY && MATERIAL == GROUND
    n = kneaded(n, world);
#elif CLAY && MATERIAL != EYE
    n = kneaded(n, local);
#endif
    vec3 v = normalize(eye_time.xyz - world);
    vec3 albedo = tint;
    float rough = finish.x, metal = finish.y, soft = 0.0, rim = 1.0;
#if MATERIAL == PLAIN || MATERIAL == FAR
#if TOON
    albedo *= 0.97 + 0.06 * grain(local, n);
#else
    albedo *= 0.80 + 0.40 * grain(local, n);
#endif
#elif MATERIAL == GROUND
    vec4 painted = texture(ground, world.xy / ground_side_m + 0.5);
    albedo = painted.rgb * painted.rgb * tint;
    rough = painted.a;
    rim = 0.0;
    float broad = texture(detail, world.xy * 0.043).r;
#if TOON
    // Painted grounds are warm where film would show them grey.
    albedo *= (0.95 + 0.1 * broad) * vec3(1.10, 1.03, 0.90);
#else
    albedo *= 0.78 + 0.44 * broad;
#endif
#elif MATERIAL == TERRAIN
    // Two turned layers of one relief, so that its repeat is not seen; `tint` is its light colour, `finish` its dark.
    vec2 over = world.xy / ground_side_m;
    vec4 near = texture(ground, over);
    vec4 broad = texture(ground, mat2(0.8, -0.6, 0.6, 0.8) * over * 0.31 + 0.37);
    float patches = texture(detail, world.xy * 0.027).r;
    albedo = mix(finish, tint, clamp(0.5 + (near.b - 0.5) * 0.9 + (broad.b - 0.5) * 0.6, 0.0, 1.0));
    albedo *= 0.72 + 0.56 * patches;
    vec2 tilt = (near.rg - 0.5) * 2.4 + (broad.rg - 0.5) * mat2(0.8, -0.6, 0.6, 0.8) * 1.2;
    n = normalize(n + vec3(-tilt, 0.0));
    albedo = mix(albedo, min(tint * 1.9 + 0.12, vec3(0.92)), smoothstep(0.5, 1.0, near.a) * smoothstep(25.0, 5.0, length(eye_time.xyz - world)));
    rough = 0.92;
    metal = 0.0;
    rim = 0.0;
#elif MATERIAL == LEAVES
    // `finish.xy` is where on its card this is; the card is torn into leaves by noise.
    vec2 card = finish.xy;
    vec2 torn = texture(detail, card * 0.21 + finish.z).rg - 0.5;
    float kept = 1.0 - length(card) + torn.r * 1.5 + torn.g * 0.7;
    if (kept < 0.15) discard;
    albedo *= 0.72 + 0.55 * clamp(kept, 0.0, 0.9) + torn.g * 0.6;
    soft = 0.45;
    rim = 0.0;
    rough = 0.9;
    metal = 0.0;
#elif MATERIAL == BALL
    vec3 q = normalize(local);
    float from_centre = length(q.yz - vec2(1.05 * sign(q.y), 0.0));
    float seam = min(min(abs(q.x), abs(q.z)), abs(from_centre - 0.62) * 0.8);
    float width = fwidth(seam) + 0.004;
    albedo = mix(vec3(0.012), albedo, smoothstep(0.020, 0.020 + width, seam));
    albedo *= 0.9 + 0.2 * texture(detail, q.xy * 2.5 + q.z).g;
#elif MATERIAL == FOLIAGE
    soft = 0.45;
    rim = 0.0;
#elif FLESH
    soft = 0.28;
    rough = 0.52;
#if MATERIAL == FACE
    // `finish` is where on the picture this is, and how much of it shows.
    vec3 pictured = texture(face, finish.xy).rgb;
    albedo = mix(albedo, pictured * pictured, finish.z);
    metal = 0.0;
#endif
#elif MATERIAL == CLOTH
    soft = 0.12;
    albedo *= TOON == 1 ? 1.0 : 0.88 + 0.24 * texture(detail, local.xz * 2.3 + local.y).r;
#elif MATERIAL == HAIR
    float strand = texture(detail, vec2(atan(local.x, local.y + 0.02) * 1.6, local.z * 0.5)).b;
    albedo *= TOON == 1 ? 0.9 + 0.2 * step(0.5, strand) : 0.55 + 0.9 * strand;
    soft = 0.2;
    rough = TOON == 1 ? 1.0 : 0.72;
#elif MATERIAL == FUR
    // Short strands that lie backwards along the body, finer ones within coarser; `local` is the rest pose.
    float side_on = abs(n.x) > abs(n.z) ? local.z : local.x;
    float strand = texture(detail, vec2(side_on * 17.0 + local.z * 2.0, local.y * 4.5 - local.z * 2.5) / finish.y).b;
    float tuft = texture(detail, vec2(side_on + local.z, local.y) * 2.6 / finish.y).r;
    albedo *= TOON == 1 ? 0.94 + 0.10 * tuft : (0.82 + 0.30 * strand) * (0.84 + 0.30 * tuft);
    soft = 0.30;
    metal = 0.0;
#elif MATERIAL == EYE
    // `tint` carries where on the eyeball this is: sideways, up and forwards from its middle.
    float out_from = length(tint.xy);
    float ahead = step(0.0, tint.z);
    float iris = (1.0 - smoothstep(0.46, 0.52, out_from)) * ahead;
    float pupil = (1.0 - smoothstep(0.19, 0.24, out_from)) * ahead;
    albedo = mix(vec3(0.80, 0.78, 0.76), finish * (0.7 + 0.9 * out_from), iris);
    albedo = mix(albedo, vec3(0.004), max(pupil, iris * smoothstep(0.42, 0.50, out_from) * 0.8));
    rough = 0.12;
    metal = 0.0;
#endif
#if CLAY && MATERIAL != EYE
    // Plasticine is one stuff: matte, and light goes a little way into it.
    rough = 0.58;
    metal = 0.0;
    soft = max(soft, 0.30);
#endif
#if WET && (MATERIAL == GROUND || MATERIAL == TERRAIN)
    // Rain darkens what it soaks and lies in the hollows as a mirror.
    float hollow = smoothstep(0.50, 0.62, texture(detail, world.xy * 0.061 + 0.2).r) * smoothstep(0.8, 1.0, n.z);
    albedo *= MATERIAL == GROUND ? 0.52 : 0.62;
    rough = MATERIAL == GROUND ? mix(min(rough, 0.42), 0.06, hollow) : mix(0.75, 0.25, hollow * 0.7);
    n = normalize(mix(n, vec3(0.0, 0.0, 1.0), hollow));
#endif
#if SNOWY && (MATERIAL == GROUND || MATERIAL == TERRAIN || MATERIAL == FAR || MATERIAL == LEAVES)
    // Snow lies on what faces up, thinner where it has drifted off.
    float lies = texture(detail, world.xy * 0.09).r;
    lies = smoothstep(0.35, 0.75, n.z * 0.9 + (lies - 0.5) * (MATERIAL == LEAVES ? 1.2 : 0.5));
    albedo = mix(albedo, vec3(0.70, 0.74, 0.80), lies * (MATERIAL == GROUND ? 0.86 : 0.92));
    rough = mix(rough, 0.95, lies);
#endif
#if MATERIAL == FOLIAGE || MATERIAL == LEAVES
    float lit = far_sunlight(0.0012);
#elif MATERIAL == FAR
    float from_side = 1.0 - max(dot(n, sun_direction.xyz), 0.0);
    float lit = far_sunlight(0.0010 + 0.0045 * from_side * from_side);
    rim = 0.0;
#else
    float lit = sunlight(vec3(dot(n, sun_direction.xyz)));
#endif
#if CAUSTICS && !TOON
    lit *= caustics(world);
#endif
#if TOON
    vec4 c = drawn(albedo, n, v, rough, lit, rim);
#if CAUSTICS
    c.rgb *= 0.75 + 0.30 * caustics(world);
#endif
#else
#if MATERIAL == FOLIAGE || MATERIAL == LEAVES
    float facing_sun = clamp((dot(n, sun_direction.xyz) + soft) / (1.0 + soft), 0.0, 1.0);
    vec4 c = vec4(albedo * (ambient(n) + sun_colour.rgb * (0.34 * lit * facing_sun)) + lamps(albedo, n), 0.4);
#elif MATERIAL == FAR || (MATERIAL == TERRAIN && !WET)
    vec4 c = vec4(albedo * (ambient(n) + sun_colour.rgb * (0.32 * lit * max(dot(n, sun_direction.xyz), 0.0))), 0.4);
#else
    vec4 c = physical(albedo, n, v, rough, metal, lit, soft);
#endif
#if FLESH
    c.rgb += albedo * vec3(0.30, 0.05, 0.02) * sun_colour.rgb * 0.10
           * smoothstep(-0.35, 0.15, dot(n, sun_direction.xyz)) * smoothstep(0.55, 0.0, dot(n, sun_direction.xyz));
#elif MATERIAL == FUR
    // Light caught in the tips of the hair, seen along the outline.
    float along_skin = 1.0 - max(dot(n, v), 0.0);
    c.rgb += albedo * (ambient(n) + 0.25 * lit * sun_colour.rgb) * along_skin * along_skin * 0.55;
#elif MATERIAL == FOLIAGE || MATERIAL == LEAVES
    float behind = max(dot(-v, sun_direction.xyz), 0.0);
    c.rgb += albedo * vec3(1.0, 1.1, 0.35) * sun_colour.rgb * lit * 0.16 * behind * behind;
#endif
#endif
#if MATERIAL == EYE
    vec3 glint_at = tint - vec3(-0.22, 0.26, 0.0);
    c.rgb += vec3(1.2) * (1.0 - smoothstep(0.07, 0.13, length(glint_at.xy))) * ahead;
#elif MATERIAL == UNDERSIDE
    // Water from below: the bright sky within Snell's window, the dark mirror of the deep beyond it.
    vec2 swell = texture(ripples, world.xy * 0.055 + eye_time.w * vec2(0.012, 0.008)).rg * 8.0 - 4.0;
    swell += (texture(ripples, world.yx * 0.16 - eye_time.w * vec2(0.021, 0.013)).rg * 8.0 - 4.0) * 0.6;
    float steep = abs(v.z) + dot(swell, vec2(0.05, 0.06));
    c = vec4(mix(finish, tint, smoothstep(0.18, 0.78, steep) + 0.35 * smoothstep(0.55, 0.7, steep)), 0.4);
#elif MATERIAL != TERRAIN && MATERIAL != LEAVES && MATERIAL != FACE
    c.rgb += tint * finish.z;
#endif
#if WET && LAMPS && MATERIAL == GROUND
    c.rgb += lamp_streaks(n, v, mix(0.30, 0.12, hollow));
#endif
    light = vec4(squeeze(through_air(c.rgb, world)), c.a);
}
