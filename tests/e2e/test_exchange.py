# SPDX-License-Identifier: GPL-3.0-or-later
"""A diary goes out as tables, everything is erased, and the tables bring it back."""

import csv
import json
import os
import pathlib
import re
import shutil
import tempfile

from gi.repository import Gio, GLib

import tap
from person import Person, wait_for
from portal import Portal

APPLICATION = "dev.stipple.Stipple.Devel"

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
outside = folder / "outside"
outside.mkdir()
TABLE = outside / "stipple-2027-03-11" / "products.csv"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "exchange")
portal = Portal(bus)
os.environ |= Portal.environment
person = Person(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")


def do(action, *parameters):
    """As the main menu does: its items have no names for a screen reader."""
    bus.call_sync(
        APPLICATION, "/" + APPLICATION.replace(".", "/"), "org.gtk.Actions", "Activate",
        GLib.Variant("(sava{sv})", (action, list(parameters), {})), None,
        Gio.DBusCallFlags.NONE, -1, None)


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


def two_products():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    add_product("=Calm Cream")
    add_product("Dew, Toner")
    wait_for("the save", lambda: len(products()) == 2)


def exported():
    do("export")
    alert = person.find("alert", "Export")
    person.look("export")
    alert.find("button", re.compile("Tables")).press()
    portal.choose("Export", outside)
    person.read("Diary exported")
    with open(TABLE, encoding="utf-8", newline="") as file:
        names = sorted(row["name"] for row in csv.DictReader(file))
    assert names == ["'=Calm Cream", "Dew, Toner"], names


def exported_whole():
    do("export")
    person.find("alert", "Export").find("button", re.compile("JSON")).press()
    portal.choose("Export", outside / "whole.json")
    wait_for("the file", (outside / "whole.json").exists)
    person.read("Diary exported")
    assert products(outside / "whole.json") == ["=Calm Cream", "Dew, Toner"]
    assert (outside / "whole.json").stat().st_mode & 0o777 == 0o600


def erased():
    do("erase")
    alert = person.find("alert", "Erase Everything?")
    alert.find("text", "Type “erase”").type("erase")
    alert.find("button", "Erase Everything").press()
    wait_for("the erasing", lambda: not products())
    person.missing("Dew, Toner")
    person.meet()


def previewed():
    """One row is broken: it is named by its line, and costs no other."""
    with open(TABLE, "a", encoding="utf-8", newline="") as file:
        file.write("oops\r\n")
    do("import")
    portal.choose("Import", TABLE)
    dialog = person.find("dialog", "Import")
    person.read("2 will be added")
    person.read("products.csv, line 4")
    person.look("what-would-be-added")
    assert not products(), "a preview must change nothing"
    dialog.find("button", "Import").press()
    person.read("Imported")
    wait_for("the save", lambda: products() == ["=Calm Cream", "Dew, Toner"])
    person.look("imported")


def taken_back():
    person.press("button", "Undo")
    wait_for("the save", lambda: not products())
    person.key("ctrl+shift+z")
    wait_for("the save", lambda: len(products()) == 2)


def nothing_twice():
    do("import")
    portal.choose("Import", TABLE)
    person.read("2 are already there")
    dialog = person.find("dialog", "Import")
    assert not dialog.find("button", "Import").sensitive
    person.key("Escape")
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Import"))


def opened_on_its_own():
    """The file that was exported first is another diary by now: nothing of it is mixed in."""
    do("import")
    portal.choose("Import", outside / "whole.json")
    person.meet()
    others = wait_for("its own place", lambda: list(home.glob("diaries/*/diary.json")))
    assert products(others[0]) == ["=Calm Cream", "Dew, Toner"]
    add_product("Even Serum")
    wait_for("the save", lambda: len(products(others[0])) == 3)
    assert len(products()) == 2


def and_back():
    do("diaries")
    dialog = person.find("dialog", "Diaries")
    person.look("diaries")
    dialog.find("list item", "First Diary").press()
    person.missing("Even Serum")
    person.meet()
    do("diaries")
    dialog = person.find("dialog", "Diaries")
    person.read("Last open: today 17:00")
    dialog.find("button", "Forget").press()
    person.missing("Last open: today 17:00")
    assert len(products(next(home.glob("diaries/*/diary.json")))) == 3, "forgetting must not delete"


STEPS = [
    ("two products", two_products),
    ("exported as tables", exported),
    ("exported as one file", exported_whole),
    ("everything erased", erased),
    ("looked through, then imported", previewed),
    ("taken back and done again", taken_back),
    ("nothing is imported twice", nothing_twice),
    ("another diary is opened on its own", opened_on_its_own),
    ("and back by the list", and_back),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
