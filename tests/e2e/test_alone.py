# SPDX-License-Identifier: GPL-3.0-or-later
"""One diary, one writer: whoever else has it open is left alone, and while Stipple has it nobody
else writes to it."""

import fcntl
import os
import pathlib
import shutil
import subprocess
import tempfile

from gi.repository import Gio, GLib

import tap
from person import PATIENCE, Person, wait_for

APPLICATION = "dev.stipple.Stipple.Devel"

folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "alone")
person = Person(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")
bus = Gio.bus_get_sync(Gio.BusType.SESSION)


def find(*terms):
    return bus.call_sync(
        APPLICATION, "/" + APPLICATION.replace(".", "/") + "/SearchProvider",
        "org.gnome.Shell.SearchProvider2", "GetInitialResultSet", GLib.Variant("(as)", (terms,)),
        None, Gio.DBusCallFlags.NONE, PATIENCE * 1000, None,
    ).unpack()[0]


def tool(*arguments):
    return subprocess.run(
        [os.environ["STIPPLE_TOOL"], *arguments], capture_output=True, text=True, check=False
    )


def open_elsewhere():
    home.mkdir()
    person.set_clock("2027-03-11T17:00:00Z")
    assert tool("demo", home / "diary.json").returncode == 0
    with open(home / "diary.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        person.launch()
        person.meet()
        person.read("The diary is open in another program.")
        person.look("elsewhere")
        assert find("night", "serum") == []
    person.find("button", "Try Again").press()
    person.find("page tab", "Calendar")
    assert len(find("night", "serum")) == 1


def started_twice():
    second = subprocess.run(
        person.command(), env=os.environ | person.environment(), timeout=PATIENCE, check=False
    )
    assert second.returncode == 0
    assert person.process.poll() is None
    windows = [person.app.get_child_at_index(i) for i in range(person.app.get_child_count())]
    assert len(windows) == 1, windows


def written_by_the_command():
    diary = home / "diary.json"
    before = diary.read_bytes()
    other = folder / "other.json"
    other.write_bytes(before)
    refused = tool("merge", diary, diary, other)
    assert refused.returncode == 1, refused
    assert "The diary is open in another program." in refused.stderr, refused
    assert diary.read_bytes() == before
    person.end()
    wait_for("the lock to go", lambda: tool("merge", diary, diary, other).returncode == 0)


STEPS = [
    ("the diary is open in another program", open_elsewhere),
    ("a second Stipple shows the window of the first", started_twice),
    ("the command refuses to write meanwhile", written_by_the_command),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
