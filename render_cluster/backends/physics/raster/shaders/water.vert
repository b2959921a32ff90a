// A fan of sea around the camera, fine near it and coarse far off, moved by the scene's waves.
#include "blocks.glsl"
in vec2 polar;              // angle from the view's middle in radians, distance in metres
uniform mat4 projection;
uniform float view_angle;
uniform int waves_count;
uniform float level_m;
uniform vec4 shore;         // towards the sea x and y, where it begins in metres, 1 where there is a coast
uniform vec4 waves[12];     // wave vector x and y in rad/m, phase at this moment, amplitude in metres
out vec3 world;
out vec2 slope;
out float crest;
out float seaward;          // metres from the coast
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
    seaward = dot(at, shore.xy) - shore.z;
    // Breakers: swell that turns towards the coast, grows as it gets shallow and dies on the sand.
    if (shore.w > 0.0) {
        float along = dot(at, vec2(-shore.y, shore.x));
        float bend = seaward + 1.6 * sin(along * 0.11) + 0.8 * sin(along * 0.29 + 1.0);
        float k = 6.2832 / 9.0;
        float phase = k * bend + eye_time.w * 1.35;
        float high = 0.24 * smoothstep(0.5, 9.0, seaward) * smoothstep(70.0, 14.0, seaward);
        height += high * (exp(1.6 * (sin(phase) - 1.0)) * 1.8 - 0.5) * smoothstep(2.2, 0.9, k * spacing);
        slope += high * cos(phase) * k * shore.xy * 1.1;
        steepest += 0.10;
    }
    crest = height / steepest;
    height += level_m;
    world = vec3(at, height);
    vec4 w = vec4(world, 1.0);
    in_static_shadow = vec3(0.5);
    in_moving_shadow = (moving_shadow * w).xyz * 0.5 + 0.5;
    gl_Position = projection * w;
}
