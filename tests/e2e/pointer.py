# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who has nothing but a mouse: finds things on the screen by their names and clicks and
drags them. Where they are is told from within the app, since the bus reckons places wrongly."""

import os
import signal
import subprocess
import time

from person import Person, matches, wait_for

STEPS = 12  # of a drag, so that what lies on the way is passed too


def overlaps(box, row):
    """Whether a thing stands in a row, where there is one."""
    return row is None or row[1] <= box[1] + box[3] // 2 < row[1] + row[3]


class Pointer(Person):
    """One person at one mouse."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.report = self.clock_file + ".places"

    def environment(self):
        return super().environment() | {
            "LD_PRELOAD": os.environ["STIPPLE_PLACE_WATCH"],
            "STIPPLE_PLACES": self.report,
        }

    def places(self):
        """Everything on the screen that has a name: (name, (x, y, width, height))."""
        if os.path.exists(self.report):
            os.unlink(self.report)
        self.process.send_signal(signal.SIGUSR2)
        wait_for("the report of places", lambda: os.path.exists(self.report))
        with open(self.report, encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("\t", 4) for line in file]
        return [(line[4], tuple(map(int, line[:4]))) for line in lines]

    def box_of(self, name, beside=None):
        """Where the last thing of that name is, once it stands still; `beside` in the same row."""
        before = [None]

        def settled():
            row = self.box_of(beside) if beside else None
            found = [box for text, box in self.places() if matches(text, name) and overlaps(box, row)]
            last, before[0] = before[0], found[-1] if found else None
            return before[0] if before[0] and before[0] == last else None

        shown = getattr(name, "pattern", name)
        return wait_for(f"“{shown}” somewhere on the screen", settled)

    def middle_of(self, name, beside=None):
        x, y, width, height = self.box_of(name, beside)
        return x + width // 2, y + height // 2

    def click(self, name, beside=None):
        self.click_at(*self.middle_of(name, beside))

    def move_to(self, x, y):
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)

    def take(self, name):
        """Presses the button of the mouse on a thing, and keeps it pressed."""
        self.at = self.middle_of(name)
        self.move_to(*self.at)
        subprocess.run(["xdotool", "mousedown", "1"], check=True)

    def carry(self, name):
        """Moves what was taken over another thing, as a hand does: bit by bit."""
        x, y = self.middle_of(name)
        for step in range(1, STEPS + 1):
            part = step / STEPS
            self.move_to(
                round(self.at[0] + (x - self.at[0]) * part), round(self.at[1] + (y - self.at[1]) * part)
            )
            time.sleep(0.02)
        self.at = (x, y)

    def drop(self):
        subprocess.run(["xdotool", "mouseup", "1"], check=True)
