// A lens blur at half size: each point gathers those whose disc reaches it.
in vec2 uv;
out vec4 light;
uniform sampler2D halved;
uniform vec2 texel;
uniform float radius_px;
const int TAPS = 16;
void main() {
    vec4 here = texture(halved, uv);
    vec3 sum = here.rgb;
    float weight = 1.0, here_disc = abs(here.a * 2.0 - 1.0);
    for (int i = 1; i <= TAPS; i++) {
        float r = sqrt(float(i) / float(TAPS));
        float turn = float(i) * 2.39996;
        vec4 c = texture(halved, uv + vec2(cos(turn), sin(turn)) * r * radius_px * texel);
        float disc = abs(c.a * 2.0 - 1.0);
        disc = c.a > here.a ? min(disc, here_disc) : disc;
        float reaches = smoothstep(r - 0.25, r + 0.05, disc);
        sum += c.rgb * reaches;
        weight += reaches;
    }
    light = vec4(sum / weight, here.a);
}
