"""Reads the shader files and compiles each once for every set of #define values it is asked with."""

from importlib import resources

import moderngl

_VERSION = "#version 330\n"
_BLOCK_BINDINGS = {"View": 0, "Light": 1}


class Programs:
    """The compiled programs of one context; llvmpipe runs both sides of an `if`, but only one of an `#if`."""

    def __init__(self, gl: moderngl.Context) -> None:
        self._gl = gl
        self._compiled: dict[tuple[str, str, tuple[tuple[str, int], ...]], moderngl.Program] = {}

    def get(self, vertex: str, fragment: str, **defines: int) -> moderngl.Program:
        """The program of two files of shaders/ (`"scene.vert"`) with these #define values."""
        key = (vertex, fragment, tuple(sorted(defines.items())))
        if key not in self._compiled:
            header = _VERSION + "".join(f"#define {name} {value}\n" for name, value in key[2])
            program = self._gl.program(header + source(vertex), header + source(fragment))
            for name, binding in _BLOCK_BINDINGS.items():
                block = program.get(name, None)
                if block is not None:
                    block.binding = binding
            self._compiled[key] = program
        return self._compiled[key]


def source(name: str) -> str:
    """The text of a shader file with its `#include "file"` lines replaced by those files, one level deep."""
    folder = resources.files(__package__) / "shaders"
    lines = []
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#include "):
            line = (folder / line.split('"')[1]).read_text(encoding="utf-8")
        lines.append(line)
    return "\n".join(lines) + "\n"


def put(program: moderngl.Program, **values: object) -> None:
    """Sets the uniforms that the program kept; numpy matrices are given row by row as usual in numpy."""
    for name, value in values.items():
        if name in program:
            uniform = program[name]
            if hasattr(value, "astype"):
                matrix = value if value.ndim < 2 else value.swapaxes(-1, -2)
                uniform.write(matrix.astype("f4").tobytes())
            else:
                uniform.value = value
