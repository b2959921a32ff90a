// One half of a Gaussian blur.
in vec2 uv;
out vec4 light;
uniform sampler2D picture;
uniform vec2 along;
void main() {
    vec3 c = texture(picture, uv).rgb * 0.204;
    const float SHARE[3] = float[](0.245, 0.115, 0.038);
    const float STEP[3] = float[](1.4, 3.3, 5.2);
    for (int i = 0; i < 3; i++) {
        c += SHARE[i] * texture(picture, uv + along * STEP[i]).rgb;
        c += SHARE[i] * texture(picture, uv - along * STEP[i]).rgb;
    }
    light = vec4(c, 1.0);
}
