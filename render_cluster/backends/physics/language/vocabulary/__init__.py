"""The words that the compiler knows by heart."""
