// What every shader of a pass shares; raster/blocks.py writes these in the same order.
layout(std140) uniform View {
    mat4 view_projection;
    mat4 inverse_view_projection;
    vec4 eye_time;        // eye in metres, time in seconds
    vec4 viewport;        // width and height in pixels, near and far in metres
};
layout(std140) uniform Light {
    mat4 static_shadow;   // world to the map of what never moves
    mat4 moving_shadow;   // world to the map of what moves
    vec4 sun_direction;   // towards the sun, the moon or the flood light; metres from which fog starts
    vec4 sun_colour;
    vec4 sky_colour;      // ambient light from above
    vec4 ground_colour;   // ambient light from below
    vec4 fog_colour;      // and its density in 1/m
    vec4 lamp_position[4];
    vec4 lamp_colour[4];
};
