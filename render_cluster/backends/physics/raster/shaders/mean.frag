// Half of a second picture, laid over the first.
in vec2 uv;
out vec4 light;
uniform sampler2D picture;
void main() { light = vec4(texture(picture, uv).rgb, 0.5); }
