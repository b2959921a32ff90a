// Value noise from a hash without trigonometry (Hoskins, "Hash without Sine").
float hash(vec2 p) {
    vec3 q = fract(vec3(p.xyx) * 0.1031);
    q += dot(q, q.yzx + 33.33);
    return fract((q.x + q.y) * q.z);
}
float value_noise(vec2 p) {
    vec2 cell = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    float low = mix(hash(cell), hash(cell + vec2(1, 0)), f.x);
    float high = mix(hash(cell + vec2(0, 1)), hash(cell + vec2(1, 1)), f.x);
    return mix(low, high, f.y);
}
float cloud_noise(vec2 p, int octaves) {
    float sum = 0.0, share = 0.5;
    for (int i = 0; i < octaves; i++) {
        sum += share * value_noise(p);
        p = mat2(1.6, 1.2, -1.2, 1.6) * p + 3.7;
        share *= 0.5;
    }
    return sum;
}
