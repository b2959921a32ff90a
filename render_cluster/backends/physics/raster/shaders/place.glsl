// Where a vertex stands: carried by one matrix, or by the bones it hangs on.
in vec3 point;
#if SKINNED
in vec3 bones, weights;
uniform mat4 skin[SKINNED];
mat4 placing() {
    return skin[int(bones.x)] * weights.x + skin[int(bones.y)] * weights.y + skin[int(bones.z)] * weights.z;
}
#else
uniform mat4 model;
mat4 placing() { return model; }
#endif
