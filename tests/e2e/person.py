# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts on the app as a person does: finds things by role and name through the accessibility bus,
points, clicks and types through the X server, and waits for what should appear."""

import os
import re
import select
import signal
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 20  # seconds until something that should appear counts as missing
BAR_PADDING = 17
APPLICATION = "dev.stipple.Stipple.Devel"
MOST_STOPS = 80
GONE = GLib.Error  # what the bus raises for a widget that went away while we looked


class NotFound(AssertionError):
    """What a person would have looked for is not there."""


def matches(text, wanted):
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(text or ""))
    return text == wanted


def wait_for(what, condition, patience=PATIENCE):
    """Returns the first true value of condition(); what it is waited for goes into the message."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GONE:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise NotFound(what)
        # Lets the bus deliver what has happened meanwhile.
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        time.sleep(0.03)


def role_of(accessible):
    """The role's name; one was renamed while the roles stayed the same."""
    name = accessible.get_role_name()
    return "button" if name == "push button" else name


class Thing:
    """Something on the screen, as a screen reader knows it."""

    def __init__(self, person, accessible):
        self.person = person
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name()

    @property
    def description(self):
        """What tells it from others of its name."""
        return self.accessible.get_description()

    @property
    def role(self):
        return role_of(self.accessible)

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def sensitive(self):
        return self.has(Atspi.StateType.SENSITIVE)

    @property
    def checked(self):
        return self.has(Atspi.StateType.CHECKED)

    @property
    def text(self):
        text = self.accessible.get_text_iface()
        return Atspi.Text.get_text(text, 0, -1) if text else self.name

    def box(self):
        extents = self.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    @property
    def focused(self):
        return self._holds_focus(self.accessible)

    def _holds_focus(self, accessible):
        if accessible.get_state_set().contains(Atspi.StateType.FOCUSED):
            return True
        count = accessible.get_child_count()
        return any(self._holds_focus(accessible.get_child_at_index(i)) for i in range(count))

    def reach(self):
        """Goes there with the Tab key, as whoever has no mouse does."""
        wait_for(f"{self} to be sensitive", lambda: self.sensitive)
        for _stop in range(MOST_STOPS):
            if self.focused:
                return self
            self.person.key(self._key_towards())
        raise NotFound(f"the Tab key does not lead to {self}")

    def _key_towards(self):
        """A list of products is one stop of the Tab key; from row to row the arrows lead."""
        if self.role != "list item":
            return "Tab"
        rows = self.accessible.get_parent()
        for i in range(rows.get_child_count()):
            if rows.get_child_at_index(i).get_state_set().contains(Atspi.StateType.FOCUSED):
                return "Down" if i < self.accessible.get_index_in_parent() else "Up"
        return "Tab"

    def press(self):
        """Goes there by keyboard and presses the key that does what a click does."""
        self.reach()
        self.person.key("Return" if self.role == "list item" else "space")
        return self

    def point(self):
        """Points at it and clicks. GTK reckons places from inside the frame and the padding of the
        bar, so this is for what stands in the header bar."""
        x, y, width, height = wait_for(f"{self} to stand still", self._settled)
        self.person.click_at(x + width // 2 + BAR_PADDING, y + height // 2 + BAR_PADDING)
        return self

    def _settled(self):
        before = self.box()
        time.sleep(0.04)
        return before if before == self.box() and min(before[2:]) > 0 else None

    def type(self, text):
        """Replaces what stands in a field."""
        self.reach()
        self.person.key("ctrl+a")
        self.person.write(text)
        return self

    def paste(self, text):
        self.reach()
        self.person.key("ctrl+a")
        self.person.paste(text)
        return self

    def find(self, role, name, patience=PATIENCE):
        return self.person.find(role, name, within=self, patience=patience)

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Person:
    """One person in front of one app."""

    def __init__(self, diary_dir, clock_file, pictures, locale, language, width=1000, height=700):
        self.diary_dir = diary_dir
        self.clock_file = clock_file
        self.pictures = pictures
        self.locale, self.language = locale, language
        self.width, self.height = width, height
        self.process = None
        self.app = None
        self.clipboard = None
        self.n_pictures = 0
        os.makedirs(pictures, exist_ok=True)
        self._stand_still()

    @staticmethod
    def _stand_still():
        """No animations, so that a picture never shows half of two pages."""
        folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "settings.ini"), "w", encoding="ascii") as file:
            file.write("[Settings]\ngtk-enable-animations=0\n")

    # --- The app ---

    def command(self):
        return [os.environ["STIPPLE_APP"]]

    def environment(self):
        return {
            "STIPPLE_DIARY_DIR": self.diary_dir,
            "STIPPLE_CLOCK": self.clock_file,
            "STIPPLE_SIZE": f"{self.width}x{self.height}",
            "GTK_A11Y": "atspi",
            "LC_ALL": self.locale,
            "LANGUAGE": self.language,
        }

    def start(self):
        self.launch()
        self.meet()
        self.begin()

    def launch(self, *arguments):
        self.process = subprocess.Popen(
            [*self.command(), *arguments], env=os.environ | self.environment()
        )

    def meet(self):
        """Waits for the window and turns to it."""
        self.app = wait_for("the app on the accessibility bus", self._application)
        wait_for("its window", lambda: self._window() and True)
        self._turn_to_window()

    @staticmethod
    def _turn_to_window():
        """There is no window manager: without this the window is not active and no menu opens."""
        subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Stipple", "windowfocus"],
            check=True,
        )

    def begin(self):
        """Whoever has no diary yet is welcomed, and goes on at once."""
        if os.path.exists(os.path.join(self.diary_dir, "diary.json")):
            return
        welcome = {"en": "Welcome", "de": "Willkommen"}[self.language]
        self.find("dialog", welcome)
        self.key("Escape")
        wait_for("the welcome to close", lambda: not self.find_all("dialog", welcome))

    def _application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def _window(self):
        return self.app.get_child_at_index(0) if self.app.get_child_count() else None

    def kill(self):
        """The power goes: nothing is said to the app."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def end(self):
        """Closes the window and waits for the app to leave by itself."""
        if self.clipboard:
            self.clipboard.kill()
            self.clipboard.wait()
            self.clipboard = None
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()

    def set_clock(self, instant):
        """Writes the moment the app takes for now; it notices by itself."""
        temporary = self.clock_file + ".new"
        with open(temporary, "w", encoding="ascii") as file:
            file.write(instant + "\n")
        os.replace(temporary, self.clock_file)

    # --- Looking ---

    def _walk(self, accessible, depth=0):
        if depth > 60:
            return
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child is None:
                continue
            states = child.get_state_set()
            if not states.contains(Atspi.StateType.SHOWING):
                continue
            yield child
            yield from self._walk(child, depth + 1)

    def find_all(self, role, name, within=None):
        root = within.accessible if within else self.app
        found = []
        for accessible in self._walk(root):
            if (role is None or role_of(accessible) == role) and matches(
                accessible.get_name(), name
            ):
                found.append(Thing(self, accessible))
        return found

    def find(self, role, name, within=None, patience=PATIENCE):
        shown = name.pattern if isinstance(name, re.Pattern) else name
        return wait_for(
            f"{role} “{shown}”",
            lambda: (self.find_all(role, name, within) or [None])[-1],
            patience,
        )

    def sees(self, text):
        """Whether some text on the screen holds `text`."""
        wanted = text if isinstance(text, re.Pattern) else re.compile(re.escape(text))
        for accessible in self._walk(self.app):
            if wanted.search(accessible.get_name() or ""):
                return True
            iface = accessible.get_text_iface()
            if iface and wanted.search(Atspi.Text.get_text(iface, 0, -1) or ""):
                return True
        return False

    def read(self, text):
        shown = text.pattern if isinstance(text, re.Pattern) else text
        wait_for(f"the words “{shown}”", lambda: self.sees(text))

    def missing(self, text):
        wait_for(f"“{text}” to be gone", lambda: not self.sees(text))

    def look(self, name):
        """Keeps a picture of the screen."""
        self.n_pictures += 1
        file = os.path.join(self.pictures, f"{self.n_pictures:02}-{name}.png")
        subprocess.run(["import", "-window", "root", file], check=False)

    def describe(self):
        """Prints what a screen reader would find, for whoever reads a failed test."""
        if self.app is None:
            return
        try:
            for line in self._lines(self.app, 0):
                print("# " + line.replace("\n", " "), flush=True)
        except GONE as error:
            print(f"# {error}", flush=True)

    def _lines(self, accessible, depth):
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
                continue
            name = child.get_name()
            if name or role_of(child) not in ("filler", "panel", "generic", "grouping"):
                yield f"{'  ' * depth}{role_of(child)} “{name}”"
            yield from self._lines(child, depth + 1)

    # --- Acting ---

    def press(self, role, name, within=None):
        return self.find(role, name, within).press()

    def point(self, role, name, within=None):
        return self.find(role, name, within).point()

    def click_at(self, x, y):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def do(self, action):
        """As the main menu does: its items have no names for a screen reader."""
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            APPLICATION, "/" + APPLICATION.replace(".", "/"), "org.gtk.Actions", "Activate",
            GLib.Variant("(sava{sv})", (action, [], {})), None, Gio.DBusCallFlags.NONE, -1, None)

    def write(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)

    def paste(self, text):
        """Puts `text` on the clipboard, as another program would, and presses Ctrl+V."""
        self._copy(text.encode())
        self.key("ctrl+v")

    def paste_picture(self, path):
        """The same with a picture, as a program that shows pictures copies them."""
        with open(path, "rb") as file:
            self._copy(file.read(), "image/png")
        self.key("ctrl+v")

    def _copy(self, content, *type_name):
        if self.clipboard:
            self.clipboard.kill()
            self.clipboard.wait()
        self.clipboard = self._help("clipboard.py", *type_name)
        self.clipboard.stdin.write(content)
        self.clipboard.stdin.close()
        assert self.clipboard.stdout.readline() == b"ready\n"

    def drop(self, path, x, y):
        """Drags the file out of another window and lets it fall there."""
        source = self._help("drag.py", path)
        try:
            left, top = map(int, source.stdout.readline().split())
            self._move(left, top)
            subprocess.run(["xdotool", "mousedown", "1"], check=True)
            self._move_until(source, b"begun\n", left, top)
            self._move_until(source, b"accepted\n", x, y)
            subprocess.run(["xdotool", "mouseup", "1"], check=True)
            assert source.stdout.readline() == b"ended\n"
        finally:
            source.kill()
            source.wait()
            # A list that opens under the pointer would follow it instead of the keys.
            self._move(0, 0)
            self._turn_to_window()

    @staticmethod
    def _move(x, y):
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)

    def _move_until(self, source, said, x, y):
        """Moves about there, since only what moves is dragged, until the other program says so."""
        for step in range(MOST_STOPS):
            self._move(x + 8 * (step % 6), y)
            if select.select([source.stdout], [], [], 0.1)[0]:
                assert source.stdout.readline() == said
                return
        raise NotFound(f"whoever takes what is dragged: {said}")

    @staticmethod
    def _help(script, *arguments):
        """Another program on the same display, which has nothing to do with the app."""
        environment = {name: value for name, value in os.environ.items() if name != "GDK_DEBUG"}
        return subprocess.Popen(
            [sys.executable, os.path.join(os.path.dirname(__file__), script), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=environment,
        )
