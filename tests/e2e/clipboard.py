# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what it reads on standard input on the clipboard until it is ended: text, or of the type that
is named, as in `clipboard.py image/png`."""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

Gtk.init()
if len(sys.argv) > 1:
    content = Gdk.ContentProvider.new_for_bytes(sys.argv[1], GLib.Bytes.new(sys.stdin.buffer.read()))
else:
    content = Gdk.ContentProvider.new_for_value(sys.stdin.read())
clipboard = Gdk.Display.get_default().get_clipboard()
clipboard.set_content(content)
Gdk.Display.get_default().sync()
print("ready", flush=True)
GLib.MainLoop().run()
