"""The solvers: rigid things in Rapier, jointed and floating ones in MuJoCo, one way to log impacts."""
