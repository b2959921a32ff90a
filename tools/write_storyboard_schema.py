"""Writes `docs/spec/storyboard.v1.schema.json` anew: `python tools/write_storyboard_schema.py`."""

from pathlib import Path

from render_cluster.backends.physics.language.schema import schema_text

FILE = Path(__file__).parents[1] / "docs" / "spec" / "storyboard.v1.schema.json"

if __name__ == "__main__":
    FILE.write_text(schema_text())
