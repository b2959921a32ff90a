"""From any text to a storyboard, offline, with an honest account of every phrase."""
