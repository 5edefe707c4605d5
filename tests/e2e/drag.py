# SPDX-License-Identifier: GPL-3.0-or-later
"""A window beside the app's from which a file can be dragged. Says where to begin, and how far the
drag has come."""

import subprocess
import sys
import threading

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402

TITLE = "A folder"
LEFT, TOP, SIDE = 1060, 100, 120


def say(*words):
    print(*words, flush=True)


def prepare(_source, _x, _y):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(sys.argv[1])])
    return Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))


def asked(drag, _property):
    """Whoever is below the pointer has answered."""
    if drag.get_selected_action() == Gdk.DragAction.COPY:
        say("accepted")


def begun(_source, drag):
    drag.connect("notify::selected-action", asked)
    say("begun")


def place():
    """Nothing manages windows here: they all stand in one corner."""
    found = subprocess.run(
        ["xdotool", "search", "--sync", "--onlyvisible", "--name", TITLE],
        check=True, text=True, stdout=subprocess.PIPE,
    )
    number = found.stdout.split()[0]
    subprocess.run(["xdotool", "windowmove", "--sync", number, str(LEFT), str(TOP)], check=True)
    say(LEFT + SIDE // 2, TOP + SIDE // 2)


Gtk.init()
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.connect("prepare", prepare)
source.connect("drag-begin", begun)
source.connect("drag-end", lambda *_: say("ended"))
folder = Gtk.Label(label=TITLE)
folder.add_controller(source)
window = Gtk.Window(title=TITLE, child=folder, decorated=False, default_width=SIDE, default_height=SIDE)
window.present()
threading.Thread(target=place, daemon=True).start()
GLib.MainLoop().run()
