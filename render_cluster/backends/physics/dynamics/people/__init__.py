"""People in the world: a body of jointed bones, the postures they aim for, and the torques that track them."""
