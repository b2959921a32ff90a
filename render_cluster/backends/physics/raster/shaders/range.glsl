// Bright light squeezed into 0..1 and back, so that eight bits hold it and edges average well (Karis, 2013).
vec3 squeeze(vec3 c) { return sqrt(c / (1.0 + max(c.r, max(c.g, c.b)))); }
vec3 unsqueeze(vec3 c) {
    c *= c;
    return c / max(1.0 - max(c.r, max(c.g, c.b)), 0.004);
}
