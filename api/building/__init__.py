"""How a server's parts are made: `root` says in which order, and each other module makes what belongs together."""
