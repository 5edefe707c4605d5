# SPDX-License-Identifier: GPL-3.0-or-later
"""What a diary plans: written as somebody had it, and read as it is on disk."""

import json
import os

from person import wait_for

DEVICE = "00000000-0000-4000-8000-000000000001"
STAMP = "2027-03-01T12:00:00.000000Z"


def record(number, **members):
    return {"id": f"00000000-0000-4000-8000-{number:012}", "modified": STAMP, **members}


class PlannedDiary:
    """A roller, a session that was done on 20 February, and what a test adds."""

    def __init__(self, folder):
        self.folder = folder
        self.file = os.path.join(folder, "diary.json")

    def write(self, **collections):
        face = {"area": "face", "needle_um": 250}
        done = record(90, state="done", purpose="full", place="home", device=DEVICE, areas=[face])
        document = {
            "format": 1,
            "id": "00000000-0000-4000-8000-00000000000d",
            "profile": {"modified": STAMP, "goals": ["texture"]},
            "devices": [record(1, name="Roller", kind="roller")],
            "heads": [record(91, device=DEVICE, needle_um=250)],
            "sessions": [{**done, "start": "2027-02-20T20:00:00Z"}],
            **collections,
        }
        os.makedirs(self.folder)
        with open(self.file, "w", encoding="utf-8") as file:
            json.dump(document, file)

    def starts(self):
        """The planned sessions, by time."""
        with open(self.file, encoding="utf-8") as file:
            sessions = json.load(file)["sessions"]
        return sorted(it["start"] for it in sessions if it["state"] == "planned")

    def await_starts(self, *wanted):
        wait_for(f"the sessions {wanted}, not {self.starts()}", lambda: self.starts() == list(wanted))
