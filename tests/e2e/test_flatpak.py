# SPDX-License-Identifier: GPL-3.0-or-later
"""test_flatpak.py APPLICATION: the installed Flatpak, in its sandbox, as whoever installed it."""

import configparser
import json
import os
import shutil
import subprocess
import sys
import tempfile

import tap
from person import Atspi, Person, wait_for

APPLICATION = sys.argv[1]
# As Flatpak writes them: fallback-x11 is x11 that is taken away where there is Wayland.
PERMISSIONS = {
    "shared": {"ipc"},
    "sockets": {"wayland", "fallback-x11", "x11"},
    "devices": {"dri"},
}

home = tempfile.mkdtemp()
os.environ["HOME"] = home
diary = os.path.join(home, ".var/app", APPLICATION, "data", APPLICATION, "diary.json")


class Sandboxed(Person):
    """The app has another process number inside, and finds its own folders."""

    def command(self):
        return ["flatpak", "--user", "run", APPLICATION]

    def environment(self):
        return {"GTK_A11Y": "atspi", "LC_ALL": self.locale, "LANGUAGE": self.language}

    def _application(self):
        desktop = Atspi.get_desktop(0)
        children = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        return next((child for child in children if child and "stipple" in child.get_name()), None)


def inside(*command):
    return subprocess.run(
        ["flatpak", "--user", "run", f"--command={command[0]}", APPLICATION, *command[1:]],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


def permissions():
    text = subprocess.run(
        ["flatpak", "--user", "info", "--show-permissions", APPLICATION],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    asked = configparser.ConfigParser(delimiters="=")
    asked.read_string(text)
    assert asked.sections() == ["Context"], text
    context = {key: set(filter(None, words.split(";"))) for key, words in asked["Context"].items()}
    assert context == PERMISSIONS, text


def no_network():
    links = [line.split(":")[0].strip() for line in inside("cat", "/proc/net/dev").splitlines()[2:]]
    assert links == ["lo"], links


def starts():
    person.start()
    person.look("started")


def keeps_diary():
    person.key("ctrl+shift+n")
    dialog = person.find("dialog", "Add Product")
    dialog.find("text", "Name").type("Calm Cream")
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Add Product"))
    wait_for("the diary in the data folder of the app", lambda: os.path.exists(diary))
    person.look("shelf")
    person.key("ctrl+q")
    assert person.process.wait(20) == 0
    person.process = None
    with open(diary, encoding="utf-8") as file:
        assert [product["name"] for product in json.load(file)["products"]] == ["Calm Cream"]
    # Every file that was made lies there.
    strays = [
        os.path.join(folder, name)
        for folder, _folders, names in os.walk(home)
        for name in names
        if not folder.startswith(os.path.join(home, ".var/app", APPLICATION))
    ]
    assert strays == [os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0/settings.ini")], strays


def read_by_the_command():
    inside("stipple-diary", "check", diary)


STEPS = [
    ("asks for the four permissions of a window, and no more", permissions),
    ("has no network", no_network),
    ("opens its window in the sandbox", starts),
    ("keeps its diary in its own data folder", keeps_diary),
    ("the command in the sandbox reads that diary", read_by_the_command),
]

os.environ["XDG_CONFIG_HOME"] = os.path.join(home, ".config")
person = Sandboxed(os.path.dirname(diary), None, os.environ["STIPPLE_PICTURES"], "C.UTF-8", "en")
try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(home)
