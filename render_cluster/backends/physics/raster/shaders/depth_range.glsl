// Metres before the camera from a depth in 0..1.
float metres(float depth) {
    float near = viewport.z, far = viewport.w;
    return 2.0 * far * near / (far + near - (depth * 2.0 - 1.0) * (far - near));
}
