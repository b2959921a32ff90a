"""Makes recordings to try the enrolment checks on: photographs in relief that turn and speak, and attacks."""
