"""The physics backend: from a sentence to a storyboard, a simulation, a film with sound."""

import hashlib
import importlib.metadata
import itertools
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

from render_cluster.backends.backend import Draft, Piece, Spec
from render_cluster.backends.physics.film_account import account_of
from render_cluster.backends.physics.language.compiler import Compiler
from render_cluster.backends.physics.plan import Plan, planned
from render_cluster.backends.physics.raster.raster import Raster
from render_cluster.backends.physics.sound.mix import soundtrack
from render_cluster.backends.physics.sound.speech import Speaker
from render_cluster.storyboard import Style
