// Edges smoothed after the fact, along their direction (after Lottes, "FXAA", 2009).
vec3 smoothed(sampler2D from, vec3 middle, vec2 at, vec2 px) {
    const vec3 LUMA = vec3(0.30, 0.59, 0.11);
    // Neighbours are fetched unfiltered: in software that takes a quarter of the time.
    ivec2 here_px = ivec2(gl_FragCoord.xy), last_px = textureSize(from, 0) - 1;
    ivec2 low_px = max(here_px - 1, ivec2(0)), high_px = min(here_px + 1, last_px);
    float nw = dot(texelFetch(from, ivec2(low_px.x, high_px.y), 0).rgb, LUMA);
    float ne = dot(texelFetch(from, high_px, 0).rgb, LUMA);
    float sw = dot(texelFetch(from, low_px, 0).rgb, LUMA);
    float se = dot(texelFetch(from, ivec2(high_px.x, low_px.y), 0).rgb, LUMA);
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
