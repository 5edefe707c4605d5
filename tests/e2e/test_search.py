# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop speaks to Stipple: searches it while no window is open, opens what was found, asks it
to plan, and hands it files."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from gi.repository import Gio, GLib

import tap
from person import Person, wait_for

APPLICATION = "dev.stipple.Stipple.Devel"
PATH = "/" + APPLICATION.replace(".", "/")
SEARCH = "org.gnome.Shell.SearchProvider2"

folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "search")
person = Person(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
found = []


def call(path, interface, method, arguments):
    return bus.call_sync(
        APPLICATION, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, -1, None
    ).unpack()


def search(method, arguments):
    return call(PATH + "/SearchProvider", SEARCH, method, arguments)


def find(*terms):
    return search("GetInitialResultSet", GLib.Variant("(as)", (terms,)))[0]


def is_on_the_bus():
    return bus.call_sync(
        "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
        GLib.Variant("(s)", (APPLICATION,)), None, Gio.DBusCallFlags.NONE, -1, None,
    ).unpack()[0]


def searched():
    home.mkdir()
    person.set_clock("2027-03-11T17:00:00Z")
    subprocess.run([os.environ["STIPPLE_TOOL"], "demo", home / "diary.json"], check=True)
    person.launch("--gapplication-service")
    wait_for("the name on the bus", is_on_the_bus)
    # At once: the diary is still being read.
    found.extend(find("nigh", "ser"))
    assert len(found) == 1 and found[0].startswith("product:"), found
    assert find("no", "such", "thing") == []
    narrowed = search(
        "GetSubsearchResultSet", GLib.Variant("(asas)", (found, ["night", "serum", "0.3"]))
    )[0]
    assert narrowed == found, narrowed


def described():
    planned = find("planned", "session")
    assert len(planned) == 1, planned
    metas = search(
        "GetResultMetas", GLib.Variant("(as)", ([*found, *planned, "product:gone"],))
    )[0]
    assert [meta["id"] for meta in metas] == [*found, *planned], metas
    assert "Night Serum 0.3" in metas[0]["name"], metas
    assert metas[0]["description"] == "Serum", metas
    assert metas[1]["name"].startswith("Planned session, "), metas


def opened():
    search("ActivateResult", GLib.Variant("(sasu)", (found[0], ["night"], 0)))
    person.meet()
    person.find("grouping", "Night Serum 0.3")
    person.look("found")


def planned():
    call(
        PATH, "org.freedesktop.Application", "ActivateAction",
        GLib.Variant("(sava{sv})", ("plan-session", [], {})),
    )
    person.find("dialog", "Plan Session")
    person.look("plan")
    person.key("Escape")
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Plan Session"))


def give(name, content):
    file = folder / name
    file.write_text(content)
    call(
        PATH, "org.freedesktop.Application", "Open",
        GLib.Variant("(asa{sv})", ([file.as_uri()], {})),
    )
    person.meet()


def product_file():
    product = {"product_name": "Dew Toner", "ingredients_text": "Aqua, Glycerin, Panthenol"}
    give("product.json", json.dumps({"status": 1, "code": "1", "product": product}))
    person.find("dialog", "Add Product")
    person.read("Read 3 ingredients")
    person.look("given")
    person.press("button", "Add to Shelf")
    person.find("list item", re.compile("^Dew Toner"))


def neither():
    give("notes.json", '{"notes": "nothing of ours"}')
    person.read(re.compile("product|diary", re.IGNORECASE))
    person.look("neither")


STEPS = [
    ("searched while its diary is being read", searched),
    ("what was found is described", described),
    ("what was found is opened", opened),
    ("asked to plan", planned),
    ("given a product", product_file),
    ("given something else", neither),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
