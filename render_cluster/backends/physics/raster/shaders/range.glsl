// Bright light squeezed into 0..1 and back, so that averaging samples keeps bright edges smooth (Karis, 2013).
vec3 squeeze(vec3 c) { return c / (1.0 + max(c.r, max(c.g, c.b))); }
vec3 unsqueeze(vec3 c) { return c / max(1.0 - max(c.r, max(c.g, c.b)), 0.004); }
