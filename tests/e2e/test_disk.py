# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder that takes its time and a disk that is full: the window goes on, one banner says what is
not saved yet and what to do, and nothing is lost."""

import json
import os
import pathlib
import re
import shutil
import tempfile

from gi.repository import Gio, GLib

import tap
from person import PATIENCE, Person, wait_for

APPLICATION = "dev.stipple.Stipple.Devel"

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
mood = folder / "mood"
SLOW = "Saving takes long"


class Waiting(Person):
    """Somebody whose diary lies where it is not always reached."""

    def environment(self):
        return super().environment() | {
            "LD_PRELOAD": os.environ["STIPPLE_MOODY_DISK"],
            "STIPPLE_DISK_MOOD": str(mood),
        }


pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "disk")
person = Waiting(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")


def feel(text):
    """Never half a word."""
    temporary = folder / "mood.new"
    temporary.write_text(text, encoding="ascii")
    temporary.rename(mood)


def do(action):
    """As the main menu does: its items have no names for a screen reader."""
    bus.call_sync(
        APPLICATION, "/" + APPLICATION.replace(".", "/"), "org.gtk.Actions", "Activate",
        GLib.Variant("(sava{sv})", (action, [], {})), None, Gio.DBusCallFlags.NONE, -1, None)


def add_product(name):
    person.key("ctrl+shift+n")
    dialog = person.find("dialog", "Add Product")
    dialog.find("text", "Name").type(name)
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Add Product"))


def products():
    text = (home / "diary.json").read_text(encoding="utf-8")
    return sorted(product["name"] for product in json.loads(text)["products"])


def slow_to_save():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    add_product("Calm Cream")
    wait_for("the save", lambda: products() == ["Calm Cream"])
    feel("wait")
    add_product("Dew Toner")
    person.set_clock("2027-03-11T17:01:00Z")
    person.read(SLOW)
    add_product("Even Serum")
    person.look("slow")
    assert products() == ["Calm Cream"]


def asked_before_it_is_lost():
    person.key("ctrl+q")
    person.find("alert", "Changes Are Not Saved").find("button", "Stay").press()
    wait_for("the question to go", lambda: not person.find_all("alert", "Changes Are Not Saved"))
    feel("")
    person.missing(SLOW)
    assert products() == ["Calm Cream", "Dew Toner", "Even Serum"]


def full_while_editing():
    feel("full")
    add_product("Fresh Gel")
    person.read("The disk is full: delete something, or empty the trash.")
    add_product("Gentle Milk")
    person.look("full")
    assert products() == ["Calm Cream", "Dew Toner", "Even Serum"]
    feel("")
    person.press("button", re.compile("Try Again"))
    person.missing("The disk is full")
    wait_for("the save", lambda: len(products()) == 5)


def read_only_while_editing():
    feel("read-only")
    add_product("Honey Mask")
    person.read("The disk can only be read.")
    feel("")
    add_product("Iris Balm")
    person.missing("The disk can only be read.")
    wait_for("the save", lambda: len(products()) == 7)
    person.key("ctrl+q")
    assert person.process.wait(PATIENCE) == 0
    person.process = None


def slow_to_open():
    feel("wait")
    person.launch()
    person.meet()
    person.read("Opening the Diary…")
    person.look("opening")
    feel("")
    person.find("page tab", "Calendar")
    person.missing("Opening the Diary…")


def not_erased():
    """Whoever is told that everything is gone must be able to rely on it."""
    feel("clinging")
    do("erase")
    alert = person.find("alert", "Erase Everything?")
    alert.find("text", "Type “erase”").type("erase")
    alert.find("button", "Erase Everything").press()
    person.read("Not everything could be erased.")
    person.look("not-erased")
    feel("")
    assert len(products()) == 7


def left_behind():
    """Whoever will not wait for a folder that never answers can go, and loses what was said."""
    feel("wait")
    add_product("Jade Mist")
    person.set_clock("2027-03-11T17:02:00Z")
    person.read(SLOW)
    person.key("ctrl+q")
    person.find("alert", "Changes Are Not Saved").find("button", "Lose Changes").press()
    assert person.process.wait(PATIENCE) == 0
    person.process = None
    feel("")
    assert len(products()) == 7


STEPS = [
    ("slow to save", slow_to_save),
    ("asked before it is lost", asked_before_it_is_lost),
    ("full while editing", full_while_editing),
    ("read-only while editing", read_only_while_editing),
    ("slow to open", slow_to_open),
    ("not erased", not_erased),
    ("left behind", left_behind),
]

try:
    tap.run(STEPS, person)
finally:
    feel("")
    person.end()
    shutil.rmtree(folder)
