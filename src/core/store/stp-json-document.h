// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * StpJsonKind:
 * @STP_JSON_INT: a whole number of 64 bits
 * @STP_JSON_NUMBER: any other
 */
typedef enum
{
  STP_JSON_NULL,
  STP_JSON_FALSE,
  STP_JSON_TRUE,
  STP_JSON_INT,
  STP_JSON_NUMBER,
  STP_JSON_TEXT,
  STP_JSON_ARRAY,
  STP_JSON_OBJECT,
} StpJsonKind;

/**
 * StpJson:
 * @text: what a text says, without quotes and escapes; of anything else where it begins
 * @length: of the value in the document, in bytes, quotes and escapes included
 * @span: how many values lie from this one to the next that is not inside it
 *
 * One value of a document. What an array or an object holds lies behind it in the order of the
 * text; of an object's members the name, as a text, before the value.
 */
typedef struct
{
  const char *text;
  gsize length;
  guint span;
  StpJsonKind kind;
} StpJson;

/**
 * StpJsonIter:
 *
 * Goes through the elements of an array or the members of an object. Lives on the stack.
 */
typedef struct
{
  const StpJson *at, *end;
  gboolean named;
} StpJsonIter;

typedef struct _StpJsonDocument StpJsonDocument;

StpJsonDocument *stp_json_document_new (const char *data, gsize length);
void stp_json_document_free (StpJsonDocument *self);
const StpJson *stp_json_document_get_root (StpJsonDocument *self);
JsonNode *stp_json_document_dup_node (StpJsonDocument *self, const StpJson *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpJsonDocument, stp_json_document_free)

const StpJson *stp_json_get_member (const StpJson *object, const char *name);
const char *stp_json_get_text (const StpJson *value);
gint64 stp_json_get_int (const StpJson *value);

void stp_json_iter_init (StpJsonIter *self, const StpJson *container);
const StpJson *stp_json_iter_next (StpJsonIter *self, const char **name);

G_END_DECLS
