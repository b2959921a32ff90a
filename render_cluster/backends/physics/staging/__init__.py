"""From a shot as a plan to a scene made concrete: who is there, where, what they set out to do, how it is filmed."""
