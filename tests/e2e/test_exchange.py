# SPDX-License-Identifier: GPL-3.0-or-later
"""A diary goes out as tables, everything is erased, and the tables bring it back."""

import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from gi.repository import Gio

import tap
from person import Person, wait_for
from portal import Portal

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


def windows():
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Stipple$"]
    found = subprocess.run(search, stdout=subprocess.PIPE, text=True, check=False)
    return set(found.stdout.split())


def meet_next(before):
    """Another diary comes in a window of its own, in place of the one that was there."""
    wait_for("another window", lambda: windows() and not windows() & before)
    person.meet()


def two_products():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    add_product("=Calm Cream")
    add_product("Dew, Toner")
    wait_for("the save", lambda: len(products()) == 2)


def exported():
    person.do("export")
    alert = person.find("alert", "Export")
    person.look("export")
    alert.find("button", re.compile("Tables")).press()
    portal.choose("Export", outside)
    wait_for("the last table", TABLE.with_name("photos.csv").exists)
    with open(TABLE, encoding="utf-8", newline="") as file:
        names = sorted(row["name"] for row in csv.DictReader(file))
    assert names == ["'=Calm Cream", "Dew, Toner"], names


def exported_whole():
    person.do("export")
    person.find("alert", "Export").find("button", re.compile("JSON")).press()
    portal.choose("Export", outside / "whole.json")
    wait_for("the file", (outside / "whole.json").exists)
    assert products(outside / "whole.json") == ["=Calm Cream", "Dew, Toner"]
    assert (outside / "whole.json").stat().st_mode & 0o777 == 0o600


def erased():
    person.do("erase")
    alert = person.find("alert", "Erase Everything?")
    alert.find("text", "Type “erase”").type("erase")
    before = windows()
    alert.find("button", "Erase Everything").press()
    wait_for("the erasing", lambda: not products())
    meet_next(before)
    person.missing("Dew, Toner")


def previewed():
    """One row is broken: it is named by its line, and costs no other."""
    with open(TABLE, "a", encoding="utf-8", newline="") as file:
        file.write("oops\r\n")
    person.do("import")
    portal.choose("Import", TABLE)
    dialog = person.find("dialog", "Import")
    person.read("2 will be added")
    person.read("products.csv, line 4")
    person.look("what-would-be-added")
    assert not products(), "a preview must change nothing"
    dialog.find("button", "Import").press()
    wait_for("the save", lambda: products() == ["=Calm Cream", "Dew, Toner"])
    person.look("imported")


def taken_back():
    person.key("ctrl+z")
    wait_for("the save", lambda: not products())
    person.key("ctrl+shift+z")
    wait_for("the save", lambda: len(products()) == 2)


def nothing_twice():
    person.do("import")
    portal.choose("Import", TABLE)
    person.read("2 are already there")
    dialog = person.find("dialog", "Import")
    assert not dialog.find("button", "Import").sensitive
    person.key("Escape")
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Import"))


def opened_on_its_own():
    """The file that was exported first is another diary by now: nothing of it is mixed in."""
    before = windows()
    person.do("import")
    portal.choose("Import", outside / "whole.json")
    meet_next(before)
    others = wait_for("its own place", lambda: list(home.glob("diaries/*/diary.json")))
    assert products(others[0]) == ["=Calm Cream", "Dew, Toner"]
    add_product("Even Serum")
    wait_for("the save", lambda: len(products(others[0])) == 3)
    assert len(products()) == 2


def and_back():
    person.do("diaries")
    dialog = person.find("dialog", "Diaries")
    person.look("diaries")
    before = windows()
    dialog.find("list item", "First Diary").press()
    meet_next(before)
    person.missing("Even Serum")
    person.do("diaries")
    dialog = person.find("dialog", "Diaries")
    person.read("Last open: today 17:00")
    dialog.find("button", "Rename").press()
    alert = person.find("alert", "Rename Diary")
    alert.find("text", "Name").type("From the Clinic")
    alert.find("button", "Rename").press()
    person.read("From the Clinic")
    dialog.find("button", "Forget").press()
    person.missing("From the Clinic")
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
