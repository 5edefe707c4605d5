// SPDX-License-Identifier: GPL-3.0-or-later

/* A diary as tables for a spreadsheet, and back again. */

#include "config.h"

#include <string.h>

#include "diary/stp-diary-private.h"
#include "exchange/stp-generate.h"
#include "exchange/stp-import.h"
#include "exchange/stp-table-write.h"
#include "store/stp-codec.h"

#define NOW (G_GINT64_CONSTANT (1800000000) * STP_SECOND)
#define ID "00000000-0000-4000-8000-000000000001"
#define CREAM "00000000-0000-4000-8000-000000000101"

static const StpTableSpan always = { STP_DAY_UNSET, STP_DAY_UNSET };

static StpSnapshot *
read_document (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  StpSnapshot *snapshot = stp_codec_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return snapshot;
}

static StpSnapshot *
load_full (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), "diary-full.json",
                                            NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  return read_document (bytes);
}

static void
add (StpTables *tables, const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_tables_add (tables, name, bytes, &error));
  g_assert_no_error (error);
}

static StpTables *
make_named (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  StpTables *tables = stp_tables_new ();

  add (tables, name, bytes);
  return tables;
}

static StpTables *
make_tables (const char *text)
{
  return make_named ("table.csv", text);
}

static char *
write_text (StpSnapshot *snapshot, StpRecordType type, StpTableSpan span)
{
  g_autoptr (GBytes) bytes = stp_table_write (snapshot, type, span);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static StpDiary *
open_diary (StpSnapshot *snapshot)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);

  return stp_diary_new_from_snapshot (clock, snapshot);
}

static void
assert_same_record (gpointer expected, gpointer found)
{
  const StpShape *shape = stp_record_get_shape (expected);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (found);
  before = stp_codec_write_canonical_value (shape, expected);
  after = stp_codec_write_canonical_value (shape, found);
  if (STP_IS_PROFILE (expected))
    g_assert_true (stp_value_equal (shape, expected, found));
  else
    g_assert_cmpstr (before, ==, after);
}

static void
assert_same_facts (StpSnapshot *expected, StpDiary *diary)
{
  g_autoptr (StpSnapshot) found = stp_diary_dup_snapshot (diary);

  assert_same_record (expected->profile, found->profile);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    {
      g_assert_cmpuint (found->records[type]->len, ==, expected->records[type]->len);
      for (guint i = 0; i < expected->records[type]->len; i++)
        assert_same_record (expected->records[type]->pdata[i], found->records[type]->pdata[i]);
    }
}

/* Undo opens no lock: what was marked stays, and gates and steps do; uses and ratings go. */
static void
assert_taken_back (StpSnapshot *expected, StpDiary *diary)
{
  guint n_lasting = 0;

  for (guint i = 0; i < expected->records[STP_RECORD_REACTION]->len; i++)
    n_lasting += stp_reaction_is_marked (expected->records[STP_RECORD_REACTION]->pdata[i]);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_REACTION), ==, n_lasting);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_GATE), ==,
                    expected->records[STP_RECORD_GATE]->len);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_STEP), ==,
                    expected->records[STP_RECORD_STEP]->len);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_APPLICATION), ==, 0);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_RATING), ==, 0);
}

/* Into an empty diary, taken back, and once more into what is there. */
static void
assert_comes_back (StpSnapshot *expected, StpTables *tables)
{
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);
  g_autoptr (StpDiary) diary = open_diary (empty);
  g_autoptr (StpImport) import = stp_import_new (empty, tables);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < tables->problems->len; i++)
    g_assert_false (((StpTableProblem *) tables->problems->pdata[i])->left_out);
  g_assert_true (stp_import_apply (import, diary, "Import", &error));
  g_assert_no_error (error);
  assert_same_facts (expected, diary);
  g_assert_true (stp_diary_undo (diary, &error));
  g_assert_no_error (error);
  assert_taken_back (expected, diary);
}

static void
assert_there_and_back (StpSnapshot *snapshot)
{
  g_autoptr (StpTables) apart = stp_tables_new ();
  g_autoptr (StpTables) together = stp_tables_new ();
  g_autoptr (GBytes) all = stp_table_write_all (snapshot, always);
  g_autoptr (StpTables) again = stp_tables_new ();
  g_autoptr (StpImport) nothing = NULL;

  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    {
      g_autoptr (GBytes) bytes = stp_table_write (snapshot, type, always);

      add (apart, stp_record_type_get_plural (type), bytes);
    }
  assert_comes_back (snapshot, apart);
  add (together, "all.csv", all);
  assert_comes_back (snapshot, together);

  add (again, "all.csv", all);
  nothing = stp_import_new (snapshot, again);
  g_assert_cmpuint (nothing->drafts->len, ==, 0);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    g_assert_cmpuint (nothing->present[type], ==, snapshot->records[type]->len);
}

static void
test_full (void)
{
  g_autoptr (StpSnapshot) snapshot = load_full ();

  assert_there_and_back (snapshot);
}

static void
test_two_years (void)
{
  g_autoptr (GBytes) bytes = stp_generate_build (2, 7);
  g_autoptr (StpSnapshot) snapshot = read_document (bytes);

  g_assert_cmpuint (stp_codec_count (snapshot), >, 1000);
  assert_there_and_back (snapshot);
}

/* What a spreadsheet would run, part or lose comes back as it was. */
static void
test_texts (void)
{
  static const char *const texts[] = {
    "=1+1", "+49 30 1",  "-2+3", "@SUM(A1)", "-2",           "",    "'",      "''",        "'=1",
    "''=1", "'-2",       "007",  "true",     "[1]",          "\tx", "\rx",    "\nx",       "a,b",
    "a;b",  "a \"b\" c", "\"",   "\"\"",     "a\r\nb\nc\rd", " a ", "“é” 한", "{\"a\":1}", "null",
  };
  g_autoptr (StpSnapshot) snapshot = stp_snapshot_new (ID);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      StpProduct *product = stp_record_new (STP_RECORD_PRODUCT);
      g_autoptr (StpSnapshot) parsed = NULL;

      product->name = g_strdup (texts[i]);
      product->notes = g_strdup (texts[i]);
      stp_snapshot_take (snapshot, product);
    }
  stp_snapshot_sort (snapshot);
  assert_there_and_back (snapshot);
  text = write_text (snapshot, STP_RECORD_PRODUCT, always);
  g_assert_nonnull (strstr (text, ",'=1+1,"));
  g_assert_nonnull (strstr (text, ",-2,"));
  g_assert_null (strstr (text, ",=1+1"));
  g_assert_null (strstr (text, ",@SUM"));
}

static void
test_form (void)
{
  g_autoptr (StpSnapshot) snapshot = load_full ();
  g_autofree char *sessions = write_text (snapshot, STP_RECORD_SESSION, always);
  g_autofree char *products = write_text (snapshot, STP_RECORD_PRODUCT, always);
  g_autofree char *none = NULL;
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);

  g_assert_true (g_str_has_prefix (
    sessions, "id,modified,state,purpose,place,start,end,on,zone,device,head,areas,course,"
              "treatment,clinic,released,hidden,no_go,notes\r\n"));
  g_assert_nonnull (strstr (sessions, ",2026-11-01T20:00:00+01:00,2026-11-01T20:40:00+01:00,,,"));
  g_assert_nonnull (strstr (sessions, ",2026-09-01,Europe/Berlin,"));
  g_assert_nonnull (strstr (sessions, "\"[{\"\"area\"\":\"\"cheeks\"\",\"\"needle_um\"\":250,"));
  g_assert_nonnull (strstr (products, ",face neck,true,"));
  none = write_text (empty, STP_RECORD_DENIAL, always);
  g_assert_cmpstr (none, ==, "id,modified,product,since,at\r\n");
}

/* The day is that of the place where it was entered; what has no day is always there. */
static void
test_span (void)
{
  static const char document[] =
    "{\"format\":1,\"id\":\"" ID "\",\"products\":[{\"id\":\"" CREAM
    "\",\"modified\":\"2026-01-01T00:00:00Z\",\"name\":\"Cream\"}],\"applications\":["
#define USE(n, when)                                                                               \
  "{\"id\":\"00000000-0000-4000-8000-00000000020" n                                                \
  "\",\"modified\":\"2026-01-01T00:00:00Z\",\"product\":\"" CREAM "\"" when "}"
    USE ("1", ",\"at\":\"2026-03-02T00:30:00+01:00\"") "," USE (
      "2", ",\"at\":\"2026-03-03T23:30:"
           "00-05:00\"") "," USE ("3", ",\"on\":\"2026-03-04\","
                                       "\"zone\":\"Europe/Berlin\"") "," USE ("4", "") "]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (StpSnapshot) snapshot = read_document (bytes);
  StpTableSpan span;
  g_autofree char *uses = NULL;
  g_autofree char *products = NULL;

  stp_day_parse ("2026-03-02", &span.from);
  stp_day_parse ("2026-03-03", &span.to);
  uses = write_text (snapshot, STP_RECORD_APPLICATION, span);
  g_assert_nonnull (strstr (uses, "0201,"));
  g_assert_nonnull (strstr (uses, "0202,"));
  g_assert_null (strstr (uses, "0203,"));
  g_assert_nonnull (strstr (uses, "0204,"));
  products = write_text (snapshot, STP_RECORD_PRODUCT, span);
  g_assert_nonnull (strstr (products, "Cream"));
}

/* A check-in of the day brings its session, and that its steps, though both were days before; a
 * step whose session is lost comes by its day. */
static void
test_span_is_whole (void)
{
#define SESSION(n) "00000000-0000-4000-8000-00000000030" n
#define RECORD(n, rest)                                                                            \
  "{\"id\":\"" SESSION (n) "\",\"modified\":\"2026-01-01T00:00:00Z\"," rest "}"
#define OF(n, rest) "\"session\":\"" SESSION (n) "\"," rest
  /* clang-format off */
  static const char document[] =
    "{\"format\":1,\"id\":\"" ID "\",\"sessions\":["
    RECORD ("1", "\"state\":\"done\",\"start\":\"2026-03-01T23:30:00Z\"") ","
    RECORD ("2", "\"state\":\"done\",\"start\":\"2026-03-01T08:00:00Z\"") "],\"steps\":["
    RECORD ("3", OF ("1", "\"step\":\"wash\",\"at\":\"2026-03-02T00:10:00Z\"")) ","
    RECORD ("4", OF ("9", "\"step\":\"wash\",\"at\":\"2026-03-03T00:10:00Z\"")) "],\"reactions\":["
    RECORD ("5", OF ("1", "\"at\":\"2026-03-03T08:00:00Z\"")) ","
    RECORD ("6", OF ("1", "\"at\":\"2026-03-04T08:00:00Z\"")) "]}";
  /* clang-format on */
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (StpSnapshot) snapshot = read_document (bytes);
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);
  g_autoptr (StpTables) tables = stp_tables_new ();
  g_autoptr (StpImport) import = NULL;
  g_autoptr (GBytes) all = NULL;
  StpTableSpan span;

  stp_day_parse ("2026-03-03", &span.from);
  span.to = span.from;
  all = stp_table_write_all (snapshot, span);
  add (tables, "all.csv", all);
  import = stp_import_new (empty, tables);
  g_assert_cmpuint (import->added[STP_RECORD_SESSION], ==, 1);
  g_assert_cmpuint (import->added[STP_RECORD_STEP], ==, 2);
  g_assert_cmpuint (import->added[STP_RECORD_REACTION], ==, 1);
  /* All that is said is that one is lost. */
  g_assert_cmpuint (tables->problems->len, ==, 1);
}

typedef struct
{
  guint line;
  const char *text;
  gboolean left_out;
} Expected;

static void
assert_problems (StpTables *tables, const Expected *expected, guint n)
{
  for (guint i = 0; i < tables->problems->len; i++)
    {
      StpTableProblem *problem = tables->problems->pdata[i];

      g_test_message ("%u: %s", problem->line, problem->text);
    }
  g_assert_cmpuint (tables->problems->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < n; j++)
        {
          StpTableProblem *problem = tables->problems->pdata[j];

          found |= problem->line == expected[i].line && problem->left_out == expected[i].left_out &&
                   strstr (problem->text, expected[i].text) != NULL;
        }
      g_assert_true (found);
    }
}

/* Every row with something wrong is named by the line it begins in; the others are taken. */
static void
test_broken_rows (void)
{
  static const char text[] = "id,modified,product,at,on,zone,areas,withdrawn,colour\r\n"
                             ",," CREAM ",2026-03-02T21:00:00+01:00,,,,,\r\n"
                             ",," CREAM ",yesterday,,,,,\r\n"
                             "7,," CREAM ",2026-03-02T21:00:00+01:00,,,,,\r\n"
                             ",," CREAM ",2026-03-03T21:00:00+01:00,,,,,red\r\n"
                             "\r\n"
                             ",," CREAM ",2026-03-04T21:00:00+01:00,,,\"face\nneck\",,\r\n"
                             ",,,2026-03-02T21:00:00+01:00,,,,,\r\n"
                             ",," CREAM "\r\n"
                             ",," CREAM ",2026-03-05T21:00:00+01:00,,,\"fa\"ce,,\r\n"
                             ",,00000000-0000-4000-8000-00000000ffff,,,,,,\r\n"
                             ",," CREAM ",2026-03-06T21:00:00+01:00,,,,,\"blue\r\n";
  static const Expected expected[] = {
    { 3, "\u2068at\u2069: This must be an instant", TRUE },
    { 4, "\u2068id\u2069: This must be an id", TRUE },
    { 5, "“colour”", FALSE },
    { 9, "\u2068product\u2069: This member is missing", TRUE },
    { 10, "as many cells", TRUE },
    { 11, "quotation mark", TRUE },
    { 12, "\u2068product\u2069: There is no product", FALSE },
    { 13, "quotation mark", TRUE },
  };
  g_autoptr (StpTables) tables = make_tables (text);
  g_autoptr (StpSnapshot) now = stp_snapshot_new (ID);
  g_autoptr (StpImport) import = NULL;
  g_autoptr (StpProduct) cream = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GBytes) document = NULL;

  cream->name = g_strdup ("Cream");
  {
    static const char with_cream[] =
      "{\"format\":1,\"id\":\"" ID "\",\"products\":[{\"id\":\"" CREAM
      "\",\"modified\":\"2026-01-01T00:00:00Z\",\"name\":\"Cream\"}]}";

    document = g_bytes_new_static (with_cream, strlen (with_cream));
    g_clear_pointer (&now, stp_snapshot_unref);
    now = read_document (document);
  }
  import = stp_import_new (now, tables);
  assert_problems (tables, expected, G_N_ELEMENTS (expected));
  g_assert_cmpuint (import->added[STP_RECORD_APPLICATION], ==, 4);
  g_assert_cmpuint (import->drafts->len, ==, 4);
}

/* What is there stays as it is; the same table twice adds nothing the second time. */
static void
test_adds_only (void)
{
  static const char first[] = "name,brand,kind\nCream,A,cream\nCream,A,cream\nToner,B,toner\n";
  static const char second[] = "id,name,kind\n%s,Lotion,cream\n";
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);
  g_autoptr (StpDiary) diary = open_diary (empty);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (StpTables) tables = make_tables (first);
      g_autoptr (StpSnapshot) now = stp_diary_dup_snapshot (diary);
      g_autoptr (StpImport) import = stp_import_new (now, tables);

      g_assert_cmpuint (import->added[STP_RECORD_PRODUCT], ==, i == 0 ? 3 : 0);
      g_assert_cmpuint (import->present[STP_RECORD_PRODUCT], ==, i == 0 ? 0 : 3);
      g_assert_true (stp_import_apply (import, diary, "Import", &error));
    }
  {
    StpProduct *cream = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, 0);
    g_autofree char *name = g_strdup (cream->name);
    g_autofree char *id = g_strdup (stp_record_get_id (cream));
    g_autofree char *text = g_strdup_printf (second, id);
    g_autoptr (StpTables) tables = make_named ("products (1).csv", text);
    g_autoptr (StpTables) devices = make_named ("devices.csv", text);
    g_autoptr (StpSnapshot) now = stp_diary_dup_snapshot (diary);
    g_autoptr (StpImport) import = stp_import_new (now, tables);
    g_autoptr (StpImport) wrong = stp_import_new (now, devices);

    g_assert_cmpuint (wrong->drafts->len, ==, 0);
    g_assert_cmpuint (devices->problems->len, ==, 1);
    g_assert_cmpuint (import->different[STP_RECORD_PRODUCT], ==, 1);
    g_assert_true (stp_import_apply (import, diary, "Import", &error));
    cream = stp_diary_lookup (diary, STP_RECORD_PRODUCT, id);
    g_assert_cmpstr (cream->name, ==, name);
  }
}

/* What was answered here counts; what is said only there is added. */
static void
test_profile (void)
{
  static const char text[] =
    "preset,born,sensitive,answers\n"
    "essential,1990,TRUE,\"{\"\"q.a\"\":{\"\"modified\"\":\"\"2026-01-01T00:00:00Z\"\","
    "\"\"answer\"\":\"\"no\"\",\"\"on\"\":\"\"2026-01-01\"\"},"
    "\"\"q.b\"\":{\"\"modified\"\":\"\"2026-01-01T00:00:00Z\"\","
    "\"\"answer\"\":\"\"no\"\",\"\"on\"\":\"\"2026-01-01\"\"}}\"\n";
  static const char document[] =
    "{\"format\":1,\"id\":\"" ID "\",\"profile\":{\"modified\":\"2026-01-01T00:00:00Z\","
    "\"preset\":\"strict\",\"answers\":{\"q.a\":{\"modified\":\"2026-01-01T00:00:00Z\","
    "\"answer\":\"yes\",\"on\":\"2026-01-01\"}}}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (StpSnapshot) now = read_document (bytes);
  g_autoptr (StpTables) tables = make_tables (text);
  g_autoptr (StpDiary) diary = open_diary (now);
  g_autoptr (StpImport) import = stp_import_new (now, tables);
  g_autoptr (GError) error = NULL;
  StpProfile *profile;
  StpStandingAnswer *answer;

  g_assert_cmpuint (import->added[STP_RECORD_PROFILE], ==, 1);
  g_assert_true (stp_import_apply (import, diary, "Import", &error));
  g_assert_no_error (error);
  profile = stp_diary_get_profile (diary);
  g_assert_cmpint (profile->preset, ==, STP_PRESET_STRICT);
  g_assert_cmpint (profile->born, ==, 1990);
  g_assert_true (profile->sensitive);
  answer = g_hash_table_lookup (profile->answers, "q.a");
  g_assert_cmpint (answer->answer, ==, STP_ANSWER_YES);
  g_assert_true (g_hash_table_contains (profile->answers, "q.b"));
}

/* Of several the first that says something counts, and each fault is of the row that made it. */
static void
test_profiles (void)
{
  static const char text[] =
    "preset,born,rules\n"
    "careful,,7\n"
    ",1990,\"{\"\"prep.bpo\"\":{\"\"modified\"\":\"\"2026-01-01T00:00:00Z\"\","
    "\"\"hours\"\":72}}\"\n"
    "strict,abc,\"{\"\"prep.bpo\"\":{}}\"\n"
    ",,\"{\"\"prep.wax\"\":7}\"\n";
  static const Expected expected[] = {
    { 2, "rules", TRUE },
    { 5, "prep.wax", TRUE },
  };
  g_autoptr (StpTables) tables = make_tables (text);
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);
  g_autoptr (StpImport) import = stp_import_new (empty, tables);
  StpProfile *profile = import->drafts->pdata[0];

  assert_problems (tables, expected, G_N_ELEMENTS (expected));
  g_assert_cmpint (profile->born, ==, 1990);
  g_assert_cmpint (profile->preset, ==, STP_PRESET_STRICT);
  g_assert_cmpuint (g_hash_table_size (profile->rules), ==, 1);
}

/* Not ours, not text, or made to break the reader: one sentence, and nothing taken. */
static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "\n",
    "code\tproduct_name\n1\tCream\n",
    "name\nCream\n",
    "name,name,kind\na,b,cream\n",
    "{\"format\":1}",
    "name,kind\n\xe9,cream\n",
  };
  g_autoptr (GBytes) nul = g_bytes_new_static ("name,kind\na\0b,cream\n", 20);
  g_autoptr (StpTables) tables = stp_tables_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_false (stp_tables_add (tables, "table.csv", bytes, &error));
      g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE);
      g_clear_error (&error);
    }
  g_assert_false (stp_tables_add (tables, "table.csv", nul, &error));
  g_assert_cmpuint (tables->rows->len, ==, 0);
}

static void
test_bombs (void)
{
  g_autoptr (GString) text = g_string_new ("id,name,kind,routine,colour\n,Cream,cream,");
  g_autoptr (StpTables) tables = NULL;
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);
  g_autoptr (StpImport) import = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_string_append (text, ",0.5\n,Serum,serum,,0.5\n");
  tables = make_tables (text->str);
  import = stp_import_new (empty, tables);
  g_assert_cmpuint (import->added[STP_RECORD_PRODUCT], ==, 1);
  g_assert_cmpuint (tables->problems->len, ==, 2);
}

/* Another program may have written semicolons, a mark before the text, and lines of its own. */
static void
test_dialects (void)
{
  g_autoptr (StpTables) tables = make_tables (
    "\xef\xbb\xbfname;kind;areas;leave_on\r\"A;B\";cream;face neck;FALSE\rC;toner;;True\r");
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);
  g_autoptr (StpImport) import = stp_import_new (empty, tables);
  StpProduct *product;

  g_assert_cmpuint (tables->problems->len, ==, 0);
  g_assert_cmpuint (import->added[STP_RECORD_PRODUCT], ==, 2);
  product = import->drafts->pdata[0];
  if (!g_str_equal (product->name, "A;B"))
    product = import->drafts->pdata[1];
  g_assert_cmpstr (product->name, ==, "A;B");
  g_assert_cmpint (product->leave_on, ==, FALSE);
  g_assert_true (product->areas == (STP_BIT (STP_AREA_FACE) | STP_BIT (STP_AREA_NECK)));
}

static void
test_read_only (void)
{
  g_autoptr (StpTables) tables = make_tables ("name,kind\nCream,cream\n");
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);
  g_autoptr (StpDiary) diary = open_diary (empty);
  g_autoptr (StpImport) import = stp_import_new (empty, tables);
  g_autoptr (GError) error = NULL;

  stp_diary_set_read_only (diary, TRUE);
  g_assert_false (stp_import_apply (import, diary, "Import", &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_READ_ONLY);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_PRODUCT), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tables/full", test_full);
  g_test_add_func ("/tables/two-years", test_two_years);
  g_test_add_func ("/tables/texts", test_texts);
  g_test_add_func ("/tables/form", test_form);
  g_test_add_func ("/tables/span", test_span);
  g_test_add_func ("/tables/span-is-whole", test_span_is_whole);
  g_test_add_func ("/tables/broken-rows", test_broken_rows);
  g_test_add_func ("/tables/adds-only", test_adds_only);
  g_test_add_func ("/tables/profile", test_profile);
  g_test_add_func ("/tables/profiles", test_profiles);
  g_test_add_func ("/tables/refused", test_refused);
  g_test_add_func ("/tables/bombs", test_bombs);
  g_test_add_func ("/tables/dialects", test_dialects);
  g_test_add_func ("/tables/read-only", test_read_only);

  return g_test_run ();
}
