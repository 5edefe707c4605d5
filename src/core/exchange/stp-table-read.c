// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "exchange/stp-table-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/stp-csv-private.h"
#include "exchange/stp-table-cell-private.h"
#include "exchange/stp-table-private.h"
#include "exchange/stp-table-rows-private.h"
#include "store/stp-codec.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A stamp is made when a row is taken, so what a table says of it does not count: spreadsheets
 * like to write times anew. */
#define OLDEST "1970-01-01T00:00:00.000000Z"

/* With fewer columns that are known, a table is of something else. */
#define FEWEST_COLUMNS 2

/**
 * Reading:
 * @columns: (element-type utf8): the first line
 * @type: of every row, unless a column says
 * @told: columns of which was told that what is in them cannot be kept
 * @seen: rows without an id, to how often they were met
 */
typedef struct
{
  StpTables *tables;
  const char *file;
  GPtrArray *columns;
  StpRecordType type;
  GHashTable *told;
  GHashTable *seen;
  guint line;
} Reading;

void
stp_table_row_free (gpointer data)
{
  StpTableRow *row = data;

  g_free (row->file);
  json_node_unref (row->node);
  g_free (row);
}

static void
problem_free (gpointer data)
{
  StpTableProblem *problem = data;

  g_free (problem->file);
  g_free (problem->text);
  g_free (problem);
}

/*
 * stp_tables_add_problem:
 * @text: (transfer full): what is wrong
 */
void
stp_tables_add_problem (StpTables *self,
                        const char *file,
                        guint line,
                        gboolean left_out,
                        char *text)
{
  StpTableProblem *problem = g_new0 (StpTableProblem, 1);

  *problem = (StpTableProblem) { g_strdup (file), line, text, left_out };
  g_ptr_array_add (self->problems, problem);
}

/**
 * stp_tables_new:
 *
 * Returns: (transfer full): no rows yet
 */
StpTables *
stp_tables_new (void)
{
  StpTables *self = g_new0 (StpTables, 1);

  self->rows = g_ptr_array_new_with_free_func (stp_table_row_free);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

/**
 * stp_tables_free:
 *
 * Frees the rows and what was found wrong with them.
 */
void
stp_tables_free (StpTables *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static gboolean
has_column (GPtrArray *columns, const char *name)
{
  return g_ptr_array_find_with_equal_func (columns, name, g_str_equal, NULL);
}

/* How well the columns are those of a kind of record; negative if they cannot be. */
static int
rate_type (GPtrArray *columns, StpRecordType type)
{
  const StpShape *shape = stp_record_type_get_shape (type);
  int n_known = 0;

  for (guint i = 0; i < shape->n_members; i++)
    if (has_column (columns, shape->members[i].name))
      n_known++;
    else if (shape->members[i].required)
      return -1;
  return n_known < FEWEST_COLUMNS ? -1 : n_known * 64 - (int) shape->n_members;
}

/* Of the kinds whose columns they could be, the one after which the file is named, else the one
 * that leaves out the fewest. */
static int
guess_type (const char *name, GPtrArray *columns)
{
  int best = -1, best_rate = -1;

  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    {
      int rate = rate_type (columns, type);

      if (rate >= 0 && g_str_has_prefix (name, stp_record_type_get_plural (type)))
        return type;
      if (rate > best_rate)
        {
          best = type;
          best_rate = rate;
        }
    }
  return best;
}

static void
complain (Reading *self, gboolean left_out, char *text)
{
  stp_tables_add_problem (self->tables, self->file, self->line, left_out, text);
}

static gboolean
find_type (Reading *self, GPtrArray *fields, StpRecordType *type)
{
  guint position;

  *type = self->type;
  if (!g_ptr_array_find_with_equal_func (self->columns, STP_TABLE_KIND, g_str_equal, &position))
    return TRUE;
  for (int i = STP_RECORD_PROFILE; i < STP_RECORD_N; i++)
    if (g_str_equal (stp_record_type_get_name (i), fields->pdata[position]))
      {
        *type = i;
        return TRUE;
      }
  /* Translators: %s is what somebody wrote where product, device, session… was expected. */
  complain (self, TRUE,
            g_strdup_printf (_ ("“%s” is no kind of record."), (char *) fields->pdata[position]));
  return FALSE;
}

/* A row that somebody wrote by hand has no id. It gets one from what it says, so that the same
 * table read twice names the same records. */
static char *
make_id (Reading *self, StpRecordType type, GPtrArray *fields)
{
  g_autoptr (GString) text = g_string_new (stp_record_type_get_name (type));
  g_autofree char *sum = NULL;
  guint n;

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (text, "\n%s\t%s", (char *) self->columns->pdata[i],
                            (char *) fields->pdata[i]);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, text->str));
  g_hash_table_insert (self->seen, g_strdup (text->str), GUINT_TO_POINTER (n + 1));
  g_string_append_printf (text, "\n%u", n);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
  return g_strdup_printf ("%.8s-%.4s-4%.3s-8%.3s-%.12s", sum, sum + 8, sum + 12, sum + 15,
                          sum + 18);
}

static void
read_cell (Reading *self,
           StpRecordType type,
           const char *column,
           const char *cell,
           JsonObject *object)
{
  JsonNode *node;

  if (*cell == '\0' || g_str_equal (column, STP_TABLE_KIND) || g_str_equal (column, "modified") ||
      (type == STP_RECORD_PROFILE && g_str_equal (column, "id")))
    return;
  node = stp_table_cell_read (stp_table_find_member (type, column), cell);
  if (node != NULL)
    json_object_set_member (object, column, node);
  else if (g_hash_table_add (self->told, (gpointer) column))
    /* Translators: %s is the name of a column in a table. */
    complain (self, FALSE,
              g_strdup_printf (_ ("The column “%s” is not known, so it was left out."), column));
}

static void
take_row (Reading *self, StpRecordType type, GPtrArray *fields)
{
  JsonObject *object = json_object_new ();
  StpTableRow *row = g_new0 (StpTableRow, 1);

  for (guint i = 0; i < fields->len; i++)
    read_cell (self, type, self->columns->pdata[i], fields->pdata[i], object);
  if (type != STP_RECORD_PROFILE && !json_object_has_member (object, "id"))
    {
      g_autofree char *id = make_id (self, type, fields);

      json_object_set_string_member (object, "id", id);
    }
  json_object_set_string_member (object, "modified", OLDEST);
  *row = (StpTableRow) { type, g_strdup (self->file), self->line, json_node_new (JSON_NODE_OBJECT),
                         FALSE };
  json_node_take_object (row->node, object);
  g_ptr_array_add (self->tables->rows, row);
}

static void
read_row (Reading *self, GPtrArray *fields, gboolean whole)
{
  StpRecordType type;

  if (!whole)
    complain (self, TRUE,
              g_strdup (_ ("A quotation mark is not closed, or something follows a closed one.")));
  else if (fields->len != self->columns->len)
    complain (self, TRUE, g_strdup (_ ("This row has not as many cells as the first line.")));
  else if (find_type (self, fields, &type))
    take_row (self, type, fields);
}

static void
read_rows (Reading *self, const char *text, char separator)
{
  for (;;)
    {
      const char *begin = text + strspn (text, "\r\n");
      g_autoptr (GPtrArray) fields = NULL;
      gboolean whole;

      self->line += stp_csv_count_lines (text, begin);
      text = begin;
      fields = stp_csv_read_row (&text, separator, &whole);
      if (fields == NULL)
        return;
      read_row (self, fields, whole);
      self->line += stp_csv_count_lines (begin, text);
    }
}

static gboolean
check_text (const char *data, gsize length, GError **error)
{
  const char *bad;

  if (g_utf8_validate_len (data, length, &bad))
    return TRUE;
  g_set_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
               _ ("The text is not UTF-8 from byte %zu on."), (gsize) (bad - data));
  return FALSE;
}

/* Twice the same name would leave one of them without a place. */
static gboolean
check_columns (const char *name, GPtrArray *columns, int *type, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean once = TRUE;

  for (guint i = 0; columns != NULL && i < columns->len; i++)
    once &= g_hash_table_add (names, columns->pdata[i]);
  *type = columns != NULL && once ? guess_type (name, columns) : -1;
  if (columns != NULL && once && has_column (columns, STP_TABLE_KIND))
    *type = STP_RECORD_PROFILE;
  if (*type >= 0)
    return TRUE;
  /* Translators: %s is the name of a file. */
  g_set_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
               _ ("“%s” is not a table of a diary: its first line must name the columns."), name);
  return FALSE;
}

/**
 * stp_tables_add:
 * @name: of the file, for messages
 * @bytes: a table of one kind of record, or of several with a column that says which
 *
 * Reads the rows of a table. What is wrong with one of them is a problem of that row alone.
 *
 * Returns: whether it is a table of a diary; if not, with %STP_STORE_ERROR_UNREADABLE, nothing of
 *   it was taken
 */
gboolean
stp_tables_add (StpTables *self, const char *name, GBytes *bytes, GError **error)
{
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *owned = length > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), length)
                                      : g_strdup ("");
  const char *text = g_str_has_prefix (owned, BYTE_ORDER_MARK) ? owned + strlen (BYTE_ORDER_MARK)
                                                               : owned;
  const char *begin = text;
  char separator = stp_csv_guess_separator (text);
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { self, name, NULL, 0, told, seen, 1 };
  int type;

  if (!check_text (owned, length, error))
    return FALSE;
  columns = stp_csv_read_row (&text, separator, NULL);
  if (!check_columns (name, columns, &type, error))
    return FALSE;
  reading.columns = columns;
  reading.type = type;
  reading.line += stp_csv_count_lines (begin, text);
  read_rows (&reading, text, separator);
  return TRUE;
}
