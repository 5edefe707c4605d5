# SPDX-License-Identifier: GPL-3.0-or-later
"""The diary of somebody who has done this before and plans a session for 12 March 2027, 21:00 UTC."""

import json
import os

QUESTIONS = (
    "age infection coldsore acne rosacea eczema_psor sun proc skin_cancer keloid pih radiation "
    "scleroderma bleed immune diabetes bloodborne heart_liver healing eye isotret anticoag preg "
    "metal allergy implant faint bdd bio share"
).split()
AREAS = ["cheeks", "chin", "forehead"]


def identity(number):
    return f"{number:08x}-0000-4000-8000-000000000000"


def record(number, **members):
    return {"id": identity(number), "modified": "2027-01-01T00:00:00.000000Z"} | members


def session(number, state, start, **members):
    areas = [{"area": area, "needle_um": 250} for area in AREAS]
    return record(
        number,
        state=state,
        purpose=members.pop("purpose", "full"),
        place="home",
        start=start,
        device=identity(1),
        head=identity(2),
        areas=members.pop("areas", areas),
        **members,
    )


def make_diary():
    stamp = {"modified": "2027-01-01T00:00:00.000000Z"}
    patch = {"purpose": "patch", "areas": [{"area": "jaw", "needle_um": 250}]}
    calm = {"redness": 0, "pain": 0, "itch": 0, "flaking": 0, "swelling": 0}
    return {
        "format": 1,
        "id": identity(99),
        "profile": stamp
        | {
            "born": 1990,
            "questionnaire_at": "2027-01-01T19:00:00Z",
            "answers": {
                f"q.{name}": stamp
                | {"answer": "older" if name == "age" else "no", "on": "2027-01-01"}
                for name in QUESTIONS
            },
            "consultation": stamp | {"on": "2026-12-20", "by": "Dr. Weber"},
        },
        "products": [
            record(3, name="Plain Cream", kind="cream", ingredients="Aqua, Glycerin, Squalane"),
            record(4, name="Mild Wash", kind="cleanser", ingredients="Aqua, Coco-Glucoside, Glycerin"),
            record(5, name="Foam", kind="cleanser", ingredients="Aqua, Sodium Lauryl Sulfate"),
        ],
        "devices": [record(1, name="Roller", kind="roller")],
        "heads": [record(2, device=identity(1), needle_um=250, since="2027-01-01")],
        "sessions": [
            session(10, "done", "2027-01-03T20:00:00Z", end="2027-01-03T20:05:00Z", **patch),
            session(11, "done", "2027-02-20T20:00:00Z", end="2027-02-20T20:30:00Z"),
            session(12, "planned", "2027-03-12T21:00:00Z"),
        ],
        "applications": [record(20, product=identity(3), at="2027-03-01T20:00:00Z")],
        "reactions": [
            record(30, session=identity(10), slot="+48h", at="2027-01-05T20:00:00Z", **calm)
        ],
    }


PLANNED = identity(12)


def write(folder, **more):
    """Writes it; `more` are records to add, by their kind."""
    diary = make_diary()
    for kind, records in more.items():
        diary.setdefault(kind, []).extend(records)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "diary.json"), "w", encoding="utf-8") as file:
        json.dump(diary, file)


def read(folder, kind):
    """Returns the records of that kind that are on disk, by id."""
    with open(os.path.join(folder, "diary.json"), encoding="utf-8") as file:
        return {it["id"]: it for it in json.load(file).get(kind, [])}
