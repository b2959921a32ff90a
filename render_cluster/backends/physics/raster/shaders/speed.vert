// Where a vertex of a moving thing is now and was a frame ago.
#include "place.glsl"
uniform mat4 projection, projection_before;
#if SKINNED
uniform mat4 skin_before[SKINNED];
mat4 placing_before() {
    return skin_before[int(bones.x)] * weights.x + skin_before[int(bones.y)] * weights.y
         + skin_before[int(bones.z)] * weights.z;
}
#else
uniform mat4 model_before;
mat4 placing_before() { return model_before; }
#endif
out vec3 now, before;
void main() {
    gl_Position = projection * (placing() * vec4(point, 1.0));
    now = gl_Position.xyw;
    before = (projection_before * (placing_before() * vec4(point, 1.0))).xyw;
}
