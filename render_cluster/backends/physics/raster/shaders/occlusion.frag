// How much of the sky each point misses because of what is near it, at half size; green is its distance.
#include "blocks.glsl"
#include "depth_range.glsl"
in vec2 uv;
out vec2 open;
uniform sampler2D depth;
uniform vec2 ray;   // tangent of half the field of view, sideways and up
const float RADIUS_M = 0.5;
const int TAPS = 8;
const vec2 SPIRAL[8] = vec2[](vec2(0.25, 0.0), vec2(-0.32, 0.29), vec2(0.05, -0.56), vec2(0.40, 0.53),
                              vec2(-0.74, -0.13), vec2(0.70, -0.45), vec2(-0.23, 0.87), vec2(-0.45, -0.86));
vec3 seen(vec2 at) {
    float z = metres(texture(depth, at).r);
    return vec3((at * 2.0 - 1.0) * ray * z, -z);
}
void main() {
    vec3 p = seen(uv);
    vec3 n = normalize(cross(dFdx(p), dFdy(p)));
    float angle = 6.2832 * fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    mat2 turn = mat2(cos(angle), sin(angle), -sin(angle), cos(angle));
    vec2 reach = min(RADIUS_M / (-p.z * ray * 2.0), vec2(0.12));
    float hidden = 0.0;
    for (int i = 0; i < TAPS; i++) {
        vec3 to = seen(uv + reach * (turn * SPIRAL[i])) - p;
        float away = length(to);
        hidden += max(dot(to, n) / (away + 0.001) - 0.15, 0.0) * smoothstep(RADIUS_M * 1.6, 0.0, away);
    }
    float fade = smoothstep(60.0, 25.0, -p.z);
    open = vec2(clamp(1.0 - 1.7 * fade * hidden / float(TAPS), 0.0, 1.0), -p.z);
}
