# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the desktop's session manager and its notifications, and writes down, a line of JSON
each, what it was asked: what keeps the screen on, and what somebody in another room is told."""

import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

MANAGER = """<node><interface name="org.gnome.SessionManager">
  <method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="o" direction="out"/></method>
  <method name="UnregisterClient"><arg type="o" direction="in"/></method>
  <method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/>
    <arg type="s" direction="in"/><arg type="u" direction="in"/>
    <arg type="u" direction="out"/></method>
  <method name="Uninhibit"><arg type="u" direction="in"/></method>
</interface></node>"""

NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface></node>"""

ANSWERS = {
    "RegisterClient": GLib.Variant("(o)", ("/org/gnome/SessionManager/Client1",)),
    "Inhibit": GLib.Variant("(u)", (7,)),
    "GetCapabilities": GLib.Variant("(as)", (["body"],)),
    "GetServerInformation": GLib.Variant("(ssss)", ("test", "test", "1", "1.2")),
    "Notify": GLib.Variant("(u)", (1,)),
}

owned = 0


def called(_bus, _sender, _path, _interface, method, arguments, invocation):
    if method in ("Inhibit", "Uninhibit"):
        print(json.dumps([method, *arguments.unpack()]), flush=True)
    if method == "Notify":
        print(json.dumps([method, *arguments.unpack()[3:5]]), flush=True)
    invocation.return_value(ANSWERS.get(method))


def export(bus, path, xml):
    bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], called)


def acquired(_bus, _name):
    global owned
    owned += 1
    if owned == 2:
        print(json.dumps(["ready"]), flush=True)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    export(bus, "/org/gnome/SessionManager", MANAGER)
    export(bus, "/org/freedesktop/Notifications", NOTIFICATIONS)
    for name in ("org.gnome.SessionManager", "org.freedesktop.Notifications"):
        Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE, acquired, None)
    GLib.MainLoop().run()


sys.exit(main())
