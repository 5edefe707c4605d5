// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * StpJsonOut:
 * @text: what was written so far
 * @pretty: two-space indent; else no white space at all
 *
 * Writes JSON text. json-glib's generator would do, but for its space before the colon, the
 * members' order, and the tree it wants first.
 */
typedef struct
{
  GString *text;
  gboolean pretty;
  guint depth;
  gboolean empty; /* nothing yet in the object or array that was opened last */
} StpJsonOut;

#define STP_JSON_OUT_PRETTY(string) { .text = (string), .pretty = TRUE }
#define STP_JSON_OUT_COMPACT(string) { .text = (string) }

void stp_json_out_open (StpJsonOut *self, char bracket);
void stp_json_out_close (StpJsonOut *self, char bracket);
void stp_json_out_next (StpJsonOut *self);
void stp_json_out_name (StpJsonOut *self, const char *name);
void stp_json_out_text (StpJsonOut *self, const char *text);
void stp_json_out_int (StpJsonOut *self, gint64 value);
void stp_json_out_bool (StpJsonOut *self, gboolean value);
void stp_json_out_node (StpJsonOut *self, JsonNode *node);
char *stp_json_to_text (JsonNode *node);
GList *stp_json_sorted_names (JsonObject *object);

G_END_DECLS
