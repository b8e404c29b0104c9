"""Run by the frozen program before anything else.

What it needs to start is not handed on to other programs: PyInstaller's starter has the system look for libraries in
the program's own folder, by ``LD_LIBRARY_PATH``, and begins anew. The loader has read that by now. A file manager that
is opened from here would find our libraries instead of its own, and may not start.

And it goes on working while it is upgraded or removed: modules are read from the file of the program when they are
needed, by its name. Under that name is another version then, or nothing; an open file stays what it was.
"""

import os

import pyimod02_importers

given = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
if given:
    os.environ["LD_LIBRARY_PATH"] = given
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

archive = pyimod02_importers.pyz_archive
held = f"/proc/self/fd/{os.open(archive._filename, os.O_RDONLY)}"
if os.access(held, os.R_OK):
    archive._filename = held
