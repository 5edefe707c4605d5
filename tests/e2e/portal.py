# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the desktop's file chooser, which the app asks through the portal: the app's side
of it is real, and the person says at once which file."""

import pathlib

from gi.repository import Gio, GLib

from person import wait_for

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
CHOOSER = """
<node>
  <interface name='org.freedesktop.portal.FileChooser'>
    <method name='OpenFile'>
      <arg type='s' name='parent_window' direction='in'/>
      <arg type='s' name='title' direction='in'/>
      <arg type='a{sv}' name='options' direction='in'/>
      <arg type='o' name='handle' direction='out'/>
    </method>
    <method name='SaveFile'>
      <arg type='s' name='parent_window' direction='in'/>
      <arg type='s' name='title' direction='in'/>
      <arg type='a{sv}' name='options' direction='in'/>
      <arg type='o' name='handle' direction='out'/>
    </method>
    <property name='version' type='u' access='read'/>
  </interface>
</node>
"""
CHOSEN = 0


class Portal:
    """What is asked for, until it is answered."""

    # The app goes by the portal only in a sandbox, unless it is told to.
    environment = {"GDK_DEBUG": "portals"}

    def __init__(self, bus):
        self.bus = bus
        self.asked = None
        interface = Gio.DBusNodeInfo.new_for_xml(CHOOSER).interfaces[0]
        bus.register_object(PATH, interface, self._called, self._read, None)
        Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def _read(self, _bus, _sender, _path, _interface, _name):
        return GLib.Variant("u", 4)

    def _called(self, _bus, sender, _path, _interface, _method, parameters, invocation):
        _parent, title, options = parameters.unpack()
        owner = sender[1:].replace(".", "_")
        handle = f"{PATH}/request/{owner}/{options['handle_token']}"
        self.asked = (title, sender, handle)
        invocation.return_value(GLib.Variant("(o)", (handle,)))

    def choose(self, title, path):
        """Waits until the app asks under this title, and chooses."""
        wait_for(f"to be asked “{title}”", lambda: self.asked and self.asked[0] == title)
        _title, sender, handle = self.asked
        self.asked = None
        results = {"uris": GLib.Variant("as", [pathlib.Path(path).as_uri()])}
        self.bus.emit_signal(
            sender, handle, "org.freedesktop.portal.Request", "Response",
            GLib.Variant("(ua{sv})", (CHOSEN, results)))
