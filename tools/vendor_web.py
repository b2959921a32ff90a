"""Makes the app's vendored scripts and icons again from the packages that `api/web/vendor/README.md` names."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "api" / "web" / "vendor"
PACKAGES = (
    "preact@11.2.0",
    "@preact/signals@2.11.4",
    "htm@3.1.1",
    "lucide-static@1.62.0",
    "uqr@0.1.3",
    "esbuild@0.28.2",
)
ENTRY = """
export { render, h, Fragment, createRef } from "preact";
export { useState, useEffect, useLayoutEffect, useMemo, useRef, useCallback, useId } from "preact/hooks";
export { signal, computed, effect, batch, untracked, useSignal, useComputed, useSignalEffect } from "@preact/signals";
export { default as htm } from "htm";
"""
ICONS = VENDOR / "icons.txt"


def main() -> None:
    """Installs the packages in a folder of their own, and writes `preact.js`, `uqr.js` and `icons.svg`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["npm", "install", "--silent", "--prefix", name, *PACKAGES], check=True, cwd=folder)
        (folder / "entry.js").write_text(ENTRY)
        bundler = folder / "node_modules" / ".bin" / "esbuild"
        (folder / "codes.js").write_text('export { encode } from "uqr";')
        options = ["--bundle", "--format=esm", "--minify", "--target=es2022", "--legal-comments=none"]
        for source, target in (("entry.js", "preact.js"), ("codes.js", "uqr.js")):
            subprocess.run(
                [bundler, source, *options, f"--outfile={VENDOR / target}"], check=True, cwd=folder
            )
        icons = folder / "node_modules" / "lucide-static" / "icons"
        (VENDOR / "icons.svg").write_text(sprite(icons, ICONS.read_text().split()))


def sprite(folder: Path, names: list[str]) -> str:
    """One SVG file with a symbol an icon."""
    lines = [
        "<!-- lucide-static 1.62.0, ISC, see README.md -->",
        '<svg xmlns="http://www.w3.org/2000/svg">',
    ]
    for name in sorted(names):
        found = re.search(r"<svg.*?>\s*(.*?)\s*</svg>", (folder / f"{name}.svg").read_text(), re.DOTALL)
        if found is None:
            sys.exit(f"no icon in {name}.svg")
        drawn = re.sub(r"\s+", " ", found.group(1)).replace("> <", "><")
        lines.append(f'<symbol id="{name}" viewBox="0 0 24 24">{drawn}</symbol>')
    return "\n".join([*lines, "</svg>", ""])


if __name__ == "__main__":
    main()
