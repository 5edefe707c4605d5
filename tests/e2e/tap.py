# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs steps in order and says how each went, in TAP. A step that fails ends the run: those after
it stand on it, and count as failed too."""

import sys
import traceback


def run(steps, person):
    print(f"1..{len(steps)}", flush=True)
    broken = False
    for number, (name, step) in enumerate(steps, 1):
        if not broken:
            try:
                step()
            except Exception:  # whatever went wrong, the step failed
                broken = True
                for line in traceback.format_exc().splitlines():
                    print(f"# {line}", flush=True)
                person.look("failed")
                person.describe()
        print(f"{'not ok' if broken else 'ok'} {number} - {name}", flush=True)
    if broken:
        sys.exit(1)
