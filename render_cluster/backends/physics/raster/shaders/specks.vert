// A speck as a small square: turned to the camera, stretched along its axis, standing, or lying flat.
#include "blocks.glsl"
#define FOAM 0
#define CARD 3
#define STREAK 5
#define BEAM 7
#define FLAME 8
#define SPARK 9
in vec2 corner;
in vec4 place;      // middle and radius in metres
in vec4 tint;       // linear colour and opacity
in vec4 axis;       // what it stretches along or faces, in metres, and its seed
in vec4 life;       // age in 0..1, extra, floor in metres
uniform mat4 projection;
uniform vec3 right, up;
out vec2 at;
out vec3 world;
out vec4 shade;
out vec4 course;
void main() {
    vec3 side = right * place.w, rise = up * place.w;
#if SPRITE == FOAM
    side = vec3(place.w, 0.0, 0.0);
    rise = vec3(0.0, place.w, 0.0);
#elif SPRITE == CARD
    vec3 n = normalize(axis.xyz);
    side = normalize(cross(n, abs(n.z) < 0.9 ? vec3(0, 0, 1) : vec3(1, 0, 0))) * place.w;
    rise = cross(n, side) * life.y;
#elif SPRITE == STREAK || SPRITE == BEAM || SPRITE == FLAME || SPRITE == SPARK
    side = normalize(cross(axis.xyz, eye_time.xyz - place.xyz) + vec3(1e-6)) * place.w;
    rise = axis.xyz;
#endif
    at = corner;
    shade = tint;
    course = vec4(axis.w, life.xyz);
    world = place.xyz + side * corner.x + rise * corner.y;
    gl_Position = projection * vec4(world, 1.0);
#if SPRITE == FOAM
    gl_Position.z -= 0.0006 * gl_Position.w;
#endif
}
