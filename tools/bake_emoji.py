"""Bakes the pictures that nouns without a model are drawn from into one small file; run by hand.

    python tools/bake_emoji.py lobehub-fluent-emoji-3d-1.1.0.tgz

The tarball is what `npm pack @lobehub/fluent-emoji-3d` gives. Which pictures, for which nouns, how large and
of what stuff is listed in `emoji_nouns.tsv` beside this file.
"""

import argparse
import io
import json
import tarfile
import zipfile
from pathlib import Path

from PIL import Image

from render_cluster.backends.physics.raster.things.relief import inflated
from render_cluster.backends.physics.things.emoji import PACK

_NOUNS = Path(__file__).with_name("emoji_nouns.tsv")
_SIDE_PX = 112
_QUALITY = 80
# Any fixed date keeps the bytes the same from one bake to the next.
_DATE = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    """Reads the tarball, writes `raster/data/emoji.zip`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tarball", type=Path)
    tarball = parser.parse_args().tarball
    index = []
    pictures = _pictures(tarball)
    fresh = PACK.with_suffix(".part")
    with zipfile.ZipFile(fresh, "w") as baked:
        for code, nouns, longest_m, material in _rows():
            picture = _cut(Image.open(io.BytesIO(pictures[code.removesuffix("-fe0f")])).convert("RGBA"))
            solid = inflated(picture).points
            extent = [round(float(side), 3) for side in solid.max(0) - solid.min(0)]
            index.append(
                {
                    "picture": code,
                    "nouns": nouns,
                    "longest_m": longest_m,
                    "material": material,
                    "extent": extent,
                }
            )
            webp = io.BytesIO()
            picture.save(webp, "WEBP", quality=_QUALITY, method=4)
            baked.writestr(zipfile.ZipInfo(f"{code}.webp", _DATE), webp.getvalue())
        rows = ",\n".join(json.dumps(row) for row in index)
        baked.writestr(zipfile.ZipInfo("index.json", _DATE), f"[\n{rows}\n]\n", zipfile.ZIP_DEFLATED)
    fresh.replace(PACK)
    print(f"{len(index)} pictures, {PACK.stat().st_size / 1e6:.2f} MB")


def _rows() -> list[tuple[str, list[str], float, str]]:
    rows = []
    for line in _NOUNS.read_text().splitlines():
        if not line.startswith("#"):
            code, nouns, longest_m, material = line.split("\t")
            rows.append((code, nouns.split("|"), float(longest_m), material))
    return rows


def _pictures(tarball: Path) -> dict[str, bytes]:
    """The files of the pack by code point, without the variation selector that some names end in."""
    with tarfile.open(tarball) as pack:
        return {
            Path(member.name).stem.removesuffix("-fe0f"): pack.extractfile(member).read()
            for member in pack
            if member.name.endswith(".webp")
        }


def _cut(picture: Image.Image) -> Image.Image:
    box = picture.getchannel("A").point(lambda a: 255 * (a > 127)).getbbox()
    cut = picture.crop(box)
    cut.thumbnail((_SIDE_PX, _SIDE_PX), Image.Resampling.LANCZOS)
    return cut


if __name__ == "__main__":
    main()
