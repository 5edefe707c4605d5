# SPDX-License-Identifier: GPL-3.0-or-later
"""Two diaries and a backup of one: it is opened where it is, never twice, and never mixed."""

import json
import os
import pathlib
import re
import shutil
import tempfile

from gi.repository import Gio, GLib

import tap
from person import APPLICATION, PATIENCE, Person, wait_for
from portal import Portal

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
outside = folder / "outside"
outside.mkdir()
BACKUP = outside / "first.tar.gz"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "beside")
portal = Portal(bus)
os.environ |= Portal.environment
person = Person(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")


def add_product(name):
    person.key("ctrl+shift+n")
    dialog = person.find("dialog", "Add Product")
    dialog.find("text", "Name").type(name)
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Add Product"))


def products(path=home / "diary.json"):
    if not path.exists():
        return []
    return sorted(product["name"] for product in json.loads(path.read_text())["products"])


def others():
    return sorted(home.glob("diaries/*/diary.json"))


def do_at_once(*actions):
    """Sends them one behind the other: none waits for what the one before it does."""
    for action in actions:
        bus.call(
            APPLICATION, "/" + APPLICATION.replace(".", "/"), "org.gtk.Actions", "Activate",
            GLib.Variant("(sava{sv})", (action, [], {})), None, Gio.DBusCallFlags.NONE, -1, None,
            None)
    bus.flush_sync(None)


def backed_up():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    add_product("Calm Cream")
    wait_for("the save", lambda: products() == ["Calm Cream"])
    person.do("back-up")
    portal.choose("Back Up", BACKUP)
    wait_for("the backup", BACKUP.exists)
    person.read("Diary backed up")
    add_product("Dew Toner")
    wait_for("the save", lambda: len(products()) == 2)


def not_backed_up():
    """A stick that was pulled: whoever is told nothing takes it for done."""
    person.do("back-up")
    portal.choose("Back Up", outside / "gone" / "first.tar.gz")
    person.read(re.compile("No such file"))
    person.look("not-backed-up")


def not_in_its_place():
    """A slip in the file chooser must not put a backup where the diary is."""
    before = (home / "diary.json").read_bytes()
    person.do("back-up")
    portal.choose("Back Up", home / "diary.json")
    person.read("diary.json is a diary, and an export must not take its place.")
    person.do("export")
    person.find("alert", "Export").find("button", re.compile("JSON")).press()
    portal.choose("Export", home / "diary.json")
    person.read("diary.json is a diary, and an export must not take its place.")
    assert (home / "diary.json").read_bytes() == before


def asked_twice():
    do_at_once("new-diary", "new-diary")
    person.missing("Calm Cream")
    person.meet()
    add_product("Even Serum")
    wait_for("the save", lambda: [products(path) for path in others()] == [["Even Serum"]])
    assert products() == ["Calm Cream", "Dew Toner"]


def opened_where_it_is():
    """What the backup says of it is looked through there."""
    person.do("open-file")
    portal.choose("Open a Diary or a Backup", BACKUP)
    person.missing("Even Serum")
    person.meet()
    person.read("first.tar.gz")
    person.read("All of this is in your diary.")
    person.look("looked-through")
    assert len(others()) == 1, others()
    assert products() == ["Calm Cream", "Dew Toner"]
    person.key("Escape")


def damaged():
    BACKUP.write_bytes(BACKUP.read_bytes()[:200])
    person.do("open-file")
    portal.choose("Open a Diary or a Backup", BACKUP)
    person.read("This is not a backup that can be read.")
    person.look("damaged")


def gone():
    """Of a diary whose folder was taken away nothing is begun in its place."""
    place = others()[0].parent
    person.do("diaries")
    dialog = person.find("dialog", "Diaries")
    row = dialog.find("list item", re.compile("^Diary "))
    shutil.move(place, outside / "moved")
    row.press()
    person.read("The diary is no longer where it was. The first one was opened.")
    person.meet()
    person.look("gone")
    assert not place.exists()
    assert products() == ["Calm Cream", "Dew Toner"]


def ended():
    person.key("ctrl+q")
    assert person.process.wait(PATIENCE) == 0
    person.process = None


STEPS = [
    ("backed up", backed_up),
    ("told that it was not backed up", not_backed_up),
    ("not in its own place", not_in_its_place),
    ("asked twice, another is begun once", asked_twice),
    ("a backup opens its own diary", opened_where_it_is),
    ("a damaged backup is called so", damaged),
    ("a diary that is gone", gone),
    ("ended", ended),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
