// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/*
 * A diary in one line, for case tables: facts separated by `;`, each a kind of record, its short
 * id and members as in the diary document.
 *
 *   profile preset=strict; product serum kind=serum ingredients="Aqua, Retinol";
 *   application use product=serum at=2027-03-10T21:00:00Z
 *
 * Numbers, true and false are written as they are, arrays and objects as JSON; everything else is
 * text. A short id stands for a UUID. Some members are shorter than in the document: `um=` and
 * `on-areas=` of a session make up its areas; `answered=2027-01-01` of the profile is a
 * consultation and a questionnaire of that day with nothing in the way. A roller with a head of
 * 0.25 mm is always there, and records carry stamps in the order in which they are written.
 */
char *fact_text_to_json (const char *facts);
StpTimeline *fact_text_load (const char *facts, gint64 now);
char *fact_text_id (const char *short_id);
gint64 fact_text_time (const char *text);
char *fact_text_value (char **tokens, const char *name);
char **fact_text_split (const char *text);

/* The question of `start=`, `now=`, `um=`, `area=`, `device=`, `ignore=` and `patch=`. */
StpQuestion fact_text_read_question (char **tokens);
void fact_text_clear_question (StpQuestion *question);
StpReason *fact_text_find_reason (StpVerdict *verdict, const char *rule);

/* The lines of a case table in tests/data, without comments; each split into its columns at `|`. */
GPtrArray *fact_text_read_table (const char *name, guint n_columns);

G_END_DECLS
