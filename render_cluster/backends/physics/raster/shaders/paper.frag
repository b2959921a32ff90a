// The picture as watercolour on rough paper: washes, dried rims, grains of pigment, a border left white
// (after Bousseau and others, "Interactive watercolor rendering", 2006, and Kuwahara's filter of 1976).
#include "blocks.glsl"
#include "noise.glsl"
in vec2 uv;
out vec4 shown;
uniform sampler2D wet, detail;   // detail: cloudy grain in red, fine grain in green
uniform float frame;
const vec3 LUMA = vec3(0.30, 0.59, 0.11);
const vec3 SHEET = vec3(0.975, 0.965, 0.94);

void main() {
    float unit = viewport.y / 360.0;
    vec2 texel = unit / viewport.xy;
    vec2 at = uv * viewport.xy / unit;   // in pixels of a picture of 360 lines
    vec2 boil = vec2(hash(vec2(frame, 1.0)), hash(vec2(frame, 2.0))) * 0.06;
    vec2 cloudy = texture(detail, at / 230.0 + boil).rg;
    float broad = texture(detail, at.yx / 620.0).r;
    // The brush does not follow an edge to the hair.
    vec2 hand = (vec2(cloudy.r, texture(detail, at / 190.0 + 0.5 + boil).r) - 0.5) * 5.0;
    vec2 from = uv + hand * texel;
    vec3 sum = vec3(0.0), lightest = vec3(0.0), darkest = vec3(1.0);
    float weight = 0.0;
    for (int corner = 0; corner < 4; corner++) {
        vec2 way = vec2(corner & 1, corner >> 1) * 2.0 - 1.0;
        vec3 a = texture(wet, from + texel * way * vec2(0.5, 0.5)).rgb;
        vec3 b = texture(wet, from + texel * way * vec2(2.2, 0.6)).rgb;
        vec3 c = texture(wet, from + texel * way * vec2(0.6, 2.2)).rgb;
        vec3 d = texture(wet, from + texel * way * vec2(2.1, 2.1)).rgb;
        vec3 mean = (a + b + c + d) * 0.25;
        vec3 off = abs(a - mean) + abs(b - mean) + abs(c - mean) + abs(d - mean);
        float even = 1.0 / (0.015 + dot(off, LUMA));
        even *= even * even;
        sum += mean * even;
        weight += even;
        lightest = max(lightest, mean);
        darkest = min(darkest, mean);
    }
    vec3 c = sum / weight;
    float rim = smoothstep(0.06, 0.34, dot(lightest - darkest, LUMA));
    // Lights are the sheet itself.
    c = mix(c, vec3(1.0), 0.10 + 0.25 * smoothstep(0.70, 1.0, dot(c, LUMA)));
    vec2 tooth = texture(detail, at / 96.0).gr;
    float grains = tooth.x - 0.5;
    float pigment = 1.0 + 0.75 * (broad - 0.5) + 0.75 * (cloudy.r - 0.5) + 0.8 * grains + 0.95 * rim;
    c -= (c - c * c) * (pigment - 1.0);
    vec2 edge = min(at, viewport.xy / unit - at);
    float border = min(edge.x, edge.y) + (cloudy.r - 0.5) * 20.0 + (broad - 0.5) * 40.0;
    float painted = smoothstep(9.0, 13.0, border);
    c -= (c - c * c) * 0.8 * smoothstep(22.0, 12.0, border);
    c = mix(SHEET, c * SHEET, painted);
    float lower = texture(detail, at / 96.0 + vec2(0.006, -0.006)).g;
    c *= 1.0 + 0.20 * (tooth.x - lower);
    shown = vec4(c, 1.0);
}
