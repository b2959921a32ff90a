// A fan of sea around the camera, fine near it and coarse far off, moved by the scene's waves.
#include "blocks.glsl"
in vec2 polar;              // angle from the view's middle in radians, distance in metres
uniform mat4 projection;
uniform float view_angle;
uniform int waves_count;
uniform vec4 waves[12];     // wave vector x and y in rad/m, phase at this moment, amplitude in metres
out vec3 world;
out vec2 slope;
out float crest;
out vec3 in_static_shadow, in_moving_shadow;
invariant gl_Position;
void main() {
    vec2 at = eye_time.xy + polar.y * vec2(cos(view_angle + polar.x), sin(view_angle + polar.x));
    float spacing = polar.y * 0.075;
    float height = 0.0, steepest = 0.001;
    slope = vec2(0.0);
    for (int i = 0; i < waves_count; i++) {
        float k = length(waves[i].xy);
        float phase = dot(waves[i].xy, at) + waves[i].z;
        float kept = smoothstep(2.2, 0.9, k * spacing);
        height += kept * waves[i].w * sin(phase);
        slope += kept * waves[i].w * cos(phase) * waves[i].xy;
        steepest += waves[i].w;
    }
    crest = height / steepest;
    world = vec3(at, height);
    vec4 w = vec4(world, 1.0);
    in_static_shadow = vec3(0.5);
    in_moving_shadow = (moving_shadow * w).xyz * 0.5 + 0.5;
    gl_Position = projection * w;
}
