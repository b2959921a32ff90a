"""What a material does to a sound: how stiff, how heavy, how fast it forgets a blow."""

import msgspec


class Material(msgspec.Struct, frozen=True):
    """Acoustic constants of one material.

    `youngs_pa` and `density_kgpm3` are handbook values; `loss` is the loss factor eta, so that a mode at
    f rings down by exp(-pi f eta t). `grit` is the share of a blow that surface roughness and loose parts
    pass on above the contact's own cut-off; `voice` is how well the thing turns a blow into sound.
    Both were set by ear and spectrum.
    """

    youngs_pa: float
    density_kgpm3: float
    loss: float
    grit: float
    voice: float


MATERIALS: dict[str, Material] = {
    "rubber": Material(youngs_pa=5e7, density_kgpm3=1100, loss=0.14, grit=0.015, voice=0.6),
    "wood": Material(youngs_pa=1.1e10, density_kgpm3=650, loss=0.025, grit=0.06, voice=0.8),
    "hard_steel": Material(youngs_pa=2.1e11, density_kgpm3=7800, loss=0.002, grit=0.1, voice=0.8),
    "metal": Material(youngs_pa=2.0e11, density_kgpm3=7800, loss=0.0012, grit=0.22, voice=1.0),
    "plastic": Material(youngs_pa=2.8e9, density_kgpm3=1150, loss=0.04, grit=0.06, voice=0.7),
    "stone": Material(youngs_pa=5e10, density_kgpm3=2500, loss=0.02, grit=0.02, voice=0.45),
    "glass": Material(youngs_pa=7e10, density_kgpm3=2500, loss=0.003, grit=0.08, voice=0.9),
    "flesh": Material(youngs_pa=2e5, density_kgpm3=1000, loss=0.35, grit=0.004, voice=0.5),
    "water": Material(youngs_pa=2.2e9, density_kgpm3=1000, loss=0.3, grit=0.02, voice=0.8),
    "asphalt": Material(youngs_pa=3e9, density_kgpm3=2300, loss=0.1, grit=0.02, voice=0.4),
    "cloth": Material(youngs_pa=1e6, density_kgpm3=400, loss=0.5, grit=0.03, voice=0.15),
    "concrete": Material(youngs_pa=3e10, density_kgpm3=2400, loss=0.03, grit=0.03, voice=0.42),
    "tiles": Material(youngs_pa=6e10, density_kgpm3=2300, loss=0.012, grit=0.06, voice=0.6),
    "ceramic": Material(youngs_pa=7e10, density_kgpm3=2400, loss=0.005, grit=0.07, voice=0.85),
    "ice": Material(youngs_pa=9e9, density_kgpm3=917, loss=0.02, grit=0.06, voice=0.6),
    "leather": Material(youngs_pa=2e7, density_kgpm3=950, loss=0.2, grit=0.012, voice=0.45),
    "foam": Material(youngs_pa=5e6, density_kgpm3=60, loss=0.4, grit=0.004, voice=0.25),
    "paper": Material(youngs_pa=2.5e9, density_kgpm3=700, loss=0.12, grit=0.12, voice=0.35),
    "food": Material(youngs_pa=3e6, density_kgpm3=900, loss=0.35, grit=0.01, voice=0.35),
    "fur": Material(youngs_pa=5e5, density_kgpm3=900, loss=0.45, grit=0.006, voice=0.25),
    "grass": Material(youngs_pa=5e6, density_kgpm3=1200, loss=0.4, grit=0.02, voice=0.3),
    "earth": Material(youngs_pa=2e7, density_kgpm3=1500, loss=0.35, grit=0.02, voice=0.35),
    "sand": Material(youngs_pa=1e7, density_kgpm3=1600, loss=0.5, grit=0.04, voice=0.3),
    "dust": Material(youngs_pa=5e6, density_kgpm3=1300, loss=0.5, grit=0.03, voice=0.25),
    "snow": Material(youngs_pa=1e6, density_kgpm3=300, loss=0.6, grit=0.03, voice=0.3),
}
LOOSE = frozenset({"grass", "earth", "sand", "dust", "snow"})
"""What gives way in grains when it is trodden on, instead of ringing."""
SOFT = LOOSE | {"flesh", "cloth", "water", "foam", "food", "fur", "leather"}
"""What has no note of its own."""
_UNKNOWN = MATERIALS["plastic"]


def material(name: str) -> Material:
    """The constants of `name`; a material we have never measured sounds like plastic."""
    return MATERIALS.get(name, _UNKNOWN)
