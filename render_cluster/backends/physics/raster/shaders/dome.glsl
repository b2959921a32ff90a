// The sky as a square: an octahedron unfolded, zenith in the middle (Meyer and others, 2010).
vec2 dome_to_square(vec3 d) {
    d /= abs(d.x) + abs(d.y) + abs(d.z);
    vec2 below = (1.0 - abs(d.yx)) * vec2(d.x >= 0.0 ? 1.0 : -1.0, d.y >= 0.0 ? 1.0 : -1.0);
    return (d.z >= 0.0 ? d.xy : below) * 0.5 + 0.5;
}
vec3 square_to_dome(vec2 uv) {
    vec2 e = uv * 2.0 - 1.0;
    vec3 d = vec3(e, 1.0 - abs(e.x) - abs(e.y));
    vec2 folded = (1.0 - abs(d.yx)) * vec2(d.x >= 0.0 ? 1.0 : -1.0, d.y >= 0.0 ? 1.0 : -1.0);
    d.xy = d.z < 0.0 ? folded : d.xy;
    return normalize(d);
}
