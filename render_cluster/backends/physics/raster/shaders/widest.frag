// The longest way among neighbours, so that what passes by smears over what it passes.
in vec2 uv;
out vec2 gone;
uniform sampler2D speed;
uniform vec2 texel;   // between the neighbours that are looked at
const int REACH = 4;
void main() {
    vec2 longest = vec2(0.0);
    for (int i = 0; i < REACH * REACH; i++) {
        vec2 at = uv + texel * (vec2(i % REACH, i / REACH) - 0.5 * float(REACH - 1));
        vec2 one = texture(speed, at).rg;
        longest = dot(one, one) > dot(longest, longest) ? one : longest;
    }
    gone = longest;
}
