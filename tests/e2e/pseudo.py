# SPDX-License-Identifier: GPL-3.0-or-later
"""A language nobody speaks: every message of the app in brackets and 40 % longer, so that what was
not marked for translation and what leaves a longer language no room can be seen."""

import ast
import pathlib
import re
import subprocess

SOURCE = pathlib.Path(__file__).resolve().parents[2]
LANGUAGE = "qps"
LONGER = 0.4
FILLER = "more than this asks for in some other language and then a little more of it "
HEADER = (
    f"Language: {LANGUAGE}\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Plural-Forms: nplurals=2; plural=n != 1;\n"
)


def stretch(text):
    """`text` as the language has it."""
    more = -(-int(len(text) * LONGER * 10) // 10)
    filler = (FILLER * (more // len(FILLER) + 1))[:more].rstrip()
    if len(text) <= 12 and " " not in text:
        return f"[{text}{'o' * more}]"
    return f"[{text.rstrip(chr(10))} {filler}]" + chr(10) * text.endswith("\n")


def read_template():
    """The text of a template of every message, as the catalogues are made of."""
    keywords = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "Q_"]
    return subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in", "--output=-",
         *[f"--keyword={keyword}" for keyword in keywords]],
        cwd=SOURCE, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ).stdout


def parts_of(entry):
    """The parts of an entry of a template, by keyword: msgctxt, msgid, msgid_plural."""
    parts, current = {}, None
    for line in entry.splitlines():
        match = re.match(r'(?:(\w+)(?:\[\d\])? )?(".*")$', line)
        if not match:
            continue
        current = match[1] or current
        parts[current] = parts.get(current, "") + ast.literal_eval(match[2])
    return parts


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def translated(parts):
    if not parts["msgid"]:
        return f'msgid ""\nmsgstr {quoted(HEADER)}\n'
    lines = [f"{key} {quoted(parts[key])}" for key in ("msgctxt", "msgid", "msgid_plural") if key in parts]
    if "msgid_plural" in parts:
        lines += [f"msgstr[{i}] {quoted(stretch(parts[key]))}"
                  for i, key in enumerate(("msgid", "msgid_plural"))]
    else:
        lines.append(f"msgstr {quoted(stretch(parts['msgid']))}")
    return "\n".join(lines) + "\n"


def install(folder):
    """Writes the catalogue into `folder`, a folder of locales, and returns how many messages it has."""
    entries = [parts_of(entry) for entry in read_template().split("\n\n")]
    entries = [parts for parts in entries if "msgid" in parts]
    target = pathlib.Path(folder, LANGUAGE, "LC_MESSAGES")
    target.mkdir(parents=True)
    subprocess.run(
        ["msgfmt", "--check-format", "--output-file", target / "stipple.mo", "-"],
        input="\n".join(map(translated, entries)), check=True, text=True,
    )
    return len(entries) - 1
