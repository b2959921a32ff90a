// Edges smoothed after the fact, along their direction (after Lottes, "FXAA", 2009).
vec3 smoothed(sampler2D from, vec2 at, vec2 px) {
    const vec3 LUMA = vec3(0.30, 0.59, 0.11);
    vec3 middle = texture(from, at).rgb;
    float nw = dot(texture(from, at + px * vec2(-0.75, 0.75)).rgb, LUMA);
    float ne = dot(texture(from, at + px * vec2(0.75, 0.75)).rgb, LUMA);
    float sw = dot(texture(from, at + px * vec2(-0.75, -0.75)).rgb, LUMA);
    float se = dot(texture(from, at + px * vec2(0.75, -0.75)).rgb, LUMA);
    float here = dot(middle, LUMA);
    float low = min(here, min(min(nw, ne), min(sw, se)));
    float high = max(here, max(max(nw, ne), max(sw, se)));
    vec2 along = vec2(-((nw + ne) - (sw + se)), (nw + sw) - (ne + se));
    float gain = 1.0 / (min(abs(along.x), abs(along.y)) + 0.03 * (nw + ne + sw + se) + 0.004);
    along = clamp(along * gain, -6.0, 6.0) * px;
    vec3 near = 0.5 * (texture(from, at + along * 0.1667).rgb + texture(from, at - along * 0.1667).rgb);
    vec3 wide = 0.5 * near + 0.25 * (texture(from, at + along * 0.5).rgb + texture(from, at - along * 0.5).rgb);
    float light = dot(wide, LUMA);
    vec3 edge = light < low || light > high ? near : wide;
    return mix(middle, edge, step(0.03, high - low));
}
