# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen in a language 40 % longer than English, 360 px wide: all of it is translated, and all
of it fits."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

import experienced
import pseudo
import tap
from person import Atspi, Person, wait_for

folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
report = folder / "fit"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "pseudo")

# Where nothing composites the window wears a frame of 5 px.
WIDTH, HEIGHT = 370, 730

# What the toolkit and the calendar of the system say by themselves, and what is a name.
OTHERS = {
    "Stipple", "stipple", "Preferences", "Close", "Minimize", "Maximize", "Back", "Menu",
    "Escape", "Home", "Page", "Down", "Up", "Return", "Space", "Left", "Ctrl", "Alt", "Shift",
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
}


class Reader(Person):
    def begin(self):
        """Stays to read."""

    def environment(self):
        return super().environment() | {
            "LD_PRELOAD": os.environ["STIPPLE_FIT_WATCH"],
            "STIPPLE_FIT_REPORT": str(report),
            "STIPPLE_LOCALE_DIR": str(folder / "locale"),
        }

    def texts(self):
        """Whatever is on the screen, once each."""
        found = set()
        for accessible in self._walk(self.app):
            found.add(accessible.get_name() or "")
            iface = accessible.get_text_iface()
            if iface and not accessible.get_state_set().contains(Atspi.StateType.EDITABLE):
                found.add(Atspi.Text.get_text(iface, 0, -1) or "")
        return found

    def misfits(self):
        report.unlink(missing_ok=True)
        self.process.send_signal(signal.SIGUSR2)
        wait_for("the report of what does not fit", report.exists)
        return report.read_text().splitlines()


person = Reader(str(home), str(folder / "now"), pictures, "en_US.UTF-8", pseudo.LANGUAGE, WIDTH, HEIGHT)
data = set()


def remember_data():
    """What stands in the diary is in whatever language it was written."""

    def visit(value):
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            for part in value:
                visit(part)
        elif isinstance(value, str) and value:
            data.update([value, *value.split(", ")])

    visit(json.loads((home / "diary.json").read_text()))
    data.add(str(home))


def without_brackets(text):
    before = None
    while text != before:
        before, text = text, re.sub(r"\[[^\[\]]*\]", " ", text)
    return text


def is_translated(text):
    for known in sorted((d for d in data if d in text), key=len, reverse=True):
        text = text.replace(known, " ")
    words = re.findall(r"[^\W\d_]{3,}", without_brackets(text))
    return all(word in OTHERS for word in words)


def check(name):
    person.look(name)
    faults = [f"not translated: {text}" for text in sorted(person.texts()) if not is_translated(text)]
    faults += [f"does not fit: {line}" for line in person.misfits()]
    assert not faults, name + ":\n" + "\n".join(faults)


def say(message):
    """The words on the screen for `message`, without the mark of its mnemonic."""
    return pseudo.stretch(message).replace("_", "")


def close(title):
    person.key("Escape")
    wait_for("the dialog to close", lambda: not person.find_all("dialog", say(title)))


def dialog(name, key, title):
    """A dialog that a key opens."""

    def look():
        person.key(key)
        person.find("dialog", say(title))
        check(name)
        close(title)

    return look


def welcomed():
    pseudo.install(folder / "locale")
    person.set_clock("2026-11-22T18:00:00Z")
    person.start()
    person.find("dialog", say("Welcome"))
    check("welcome")
    person.press("button", say("Get Started"))
    person.find("list item", say("_Products"))
    check("first-things")
    person.press("button", say("_Done"))
    wait_for("the welcome to close", lambda: not person.find_all("dialog", say("Welcome")))
    check("calendar-empty")
    person.key("alt+2")
    person.read(say("Your Shelf Is Empty"))
    check("library-empty")
    person.key("alt+3")
    person.read(say("Before the First Session"))
    check("session-empty")
    person.end()


def calendar():
    home.mkdir(exist_ok=True)
    subprocess.run(
        [os.environ["STIPPLE_TOOL"], "demo", home / "diary.json", "--now", "2026-11-22T18:00:00Z"],
        check=True,
    )
    remember_data()
    person.start()
    person.find("button", say("What the Marks Mean"))
    check("calendar")


def day():
    person.press("button", re.compile("22 November"))
    person.find("button", say("Why This Day?"))
    check("day")
    person.key("Escape")


def library():
    person.key("alt+2")
    person.read(say("Tonight"))
    check("library")


def product():
    person.press("list item", re.compile("^Night Serum"))
    person.find("button", say("_Edit…"))
    check("product")
    person.press("button", say("_Edit…"))
    edit = person.find("dialog", say("Edit Product"))
    check("product-edit")
    edit.find("button", say("_Review")).press()
    person.find("button", say("_Save"))
    check("product-review")
    person.key("Escape", "Escape")
    wait_for("the dialog to close", lambda: not person.find_all("dialog", re.compile(".")))


def session():
    person.key("alt+3")
    person.find("button", say("_Start Now…"))
    check("session")


def questionnaire():
    person.press("list item", re.compile(re.escape(say("_Questions About You"))))
    person.find("dialog", say("Questions About You"))
    check("questionnaire")
    close("Questions About You")


def gate():
    person.set_clock("2026-11-24T20:00:00Z")
    person.find("button", say("_Start Session"))
    check("gate")


def aftercare():
    person.end()
    person.set_clock("2026-11-17T21:30:00Z")
    person.start()
    person.key("alt+3")
    person.read(say("Back Later"))
    check("aftercare")


def preferences():
    person.key("ctrl+comma")
    person.find("list item", re.compile(re.escape(say("_All Rules"))))
    check("preferences")
    person.press("list item", re.compile(re.escape(say("_All Rules"))))
    person.find("entry", say("Search rules"))
    check("rules")
    person.key("Escape", "Escape")
    wait_for("the dialog to close", lambda: not person.find_all("dialog", re.compile(".")))


def begin_session():
    """Through the gate to the first step, of somebody who has done it before."""
    person.end()
    shutil.rmtree(home)
    experienced.write(str(home))
    remember_data()
    person.set_clock("2027-03-12T21:00:00Z")
    person.start()
    person.key("alt+3")
    person.press("radio button", say("No"))
    start = person.find("button", say("_Start Session"))
    wait_for("the start to be open", lambda: start.sensitive)
    start.press()
    person.find("heading", say("Disinfect the Head"))


def go_on(*headings):
    for heading in headings:
        person.key("space")
        person.find("heading", say(heading))


def begin_area():
    person.key("space")
    person.find("button", say("_Next"))


def close_alert(title):
    person.key("Escape")
    wait_for("the alert to close", lambda: not person.find_all("alert", say(title)))


def steps():
    begin_session()
    check("disinfect")
    person.key("Escape")
    person.find("alert", say("Stop the Session?"))
    check("stop")
    close_alert("Stop the Session?")
    go_on("Wash Your Face")
    check("wash")
    go_on("Look at Your Skin")
    check("look")


def numbing():
    person.press("button", say("N_umbing Cream…"))
    person.find("heading", say("Numbing Cream"))
    check("numbing")
    person.press("radio button", say("Up to 4 %"))
    person.press("button", say("_Use Numbing Cream"))
    person.read(say("_Next"))
    check("numbing-on")
    person.find("button", say("_Next")).reach()
    go_on("Wash the Cream Off")
    check("wash-off")
    go_on("Look at Your Skin Again")
    check("look-again")


def needling():
    go_on("Cheeks")
    check("area")
    begin_area()
    check("area-begun")


def interrupted():
    person.kill()
    person.set_clock("2027-03-13T01:00:00Z")
    person.start()
    person.key("alt+3")
    person.find("button", say("_Finish There"))
    check("interrupted")


def stopped():
    begin_session()
    go_on("Wash Your Face", "Look at Your Skin", "Cheeks")
    begin_area()
    person.key("Escape")
    person.find("alert", say("The Session Has Stopped"))
    check("stopped")
    person.press("list item", say("Bleeding"))
    person.find("alert", say("Bleeding"))
    check("what-to-do")
    close_alert("Bleeding")


def finishing():
    begin_session()
    go_on("Wash Your Face", "Look at Your Skin", "Cheeks")
    begin_area()
    go_on("Chin", "Forehead", "Rinse")
    check("rinse")
    go_on("Disinfect the Head Again")
    check("disinfect-again")


def overdue():
    person.end()
    experienced.write(str(home))
    person.set_clock("2027-03-13T03:00:00Z")
    person.start()
    person.key("alt+3")
    person.find("button", say("It Was _Done"))
    check("overdue")


def whole_diaries():
    for action, role, title in [
        ("export", "alert", "Export"),
        ("erase", "alert", "Erase Everything?"),
        ("restore", "dialog", "Restore"),
        ("diaries", "dialog", "Diaries"),
        ("method", "dialog", "What the Method Says"),
    ]:
        person.do(action)
        person.find(role, say(title))
        check(action)
        person.key("Escape")
        wait_for("it to close", lambda: not person.find_all(role, say(title)))


def tables():
    """A table that somebody opens with the app: one row is new, and one is broken."""
    table = folder / "products.csv"
    table.write_text("id,name,kind\r\n00000000-0000-4000-8000-000000000077,Toner,toner\r\noops\r\n")
    data.update([table.name, "Toner"])
    subprocess.run([*person.command(), table], env=os.environ | person.environment(), check=True)
    person.find("dialog", say("Import"))
    person.read(say("Left Out"))
    check("import")
    close("Import")


STEPS = [
    ("the first start", welcomed),
    ("the calendar", calendar),
    ("a day", day),
    ("planning", dialog("plan", "ctrl+n", "Plan Session")),
    ("logging a use", dialog("log-use", "ctrl+l", "Log a Use")),
    ("logging a reaction", dialog("check-in", "ctrl+r", "Check-In")),
    ("adding a product", dialog("add-product", "ctrl+shift+n", "Add Product")),
    ("the keys", dialog("shortcuts", "ctrl+question", "Keyboard Shortcuts")),
    ("preferences", preferences),
    ("the library", library),
    ("a product", product),
    ("what comes before a session", session),
    ("the questions", questionnaire),
    ("the gate", gate),
    ("the aftercare", aftercare),
    ("the first steps", steps),
    ("numbing cream", numbing),
    ("an area", needling),
    ("a session that was interrupted", interrupted),
    ("a session that is stopped", stopped),
    ("the last steps", finishing),
    ("a session that was missed", overdue),
    ("what is done with whole diaries", whole_diaries),
    ("tables that come in", tables),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
