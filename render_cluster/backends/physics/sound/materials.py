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
    "metal": Material(youngs_pa=2.0e11, density_kgpm3=7800, loss=0.0012, grit=0.22, voice=1.0),
    "plastic": Material(youngs_pa=2.8e9, density_kgpm3=1150, loss=0.04, grit=0.06, voice=0.7),
    "stone": Material(youngs_pa=5e10, density_kgpm3=2500, loss=0.02, grit=0.02, voice=0.45),
    "glass": Material(youngs_pa=7e10, density_kgpm3=2500, loss=0.003, grit=0.08, voice=0.9),
    "flesh": Material(youngs_pa=2e5, density_kgpm3=1000, loss=0.35, grit=0.004, voice=0.5),
    "water": Material(youngs_pa=2.2e9, density_kgpm3=1000, loss=0.3, grit=0.02, voice=0.8),
    "asphalt": Material(youngs_pa=3e9, density_kgpm3=2300, loss=0.1, grit=0.02, voice=0.4),
    "cloth": Material(youngs_pa=1e6, density_kgpm3=400, loss=0.5, grit=0.03, voice=0.15),
}
_UNKNOWN = MATERIALS["plastic"]


def material(name: str) -> Material:
    """The constants of `name`; a material we have never measured sounds like plastic."""
    return MATERIALS.get(name, _UNKNOWN)
