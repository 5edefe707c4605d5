// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary.h"
#include "diary/stp-record-private.h"
#include "store/stp-codec.h"

#define ID(n) "0000000" n "-0000-4000-8000-00000000000" n

static GBytes *
load_full (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), "diary-full.json",
                                            NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static StpSnapshot *
read_ok (GBytes *bytes)
{
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  g_autoptr (GError) error = NULL;
  gboolean read_only = TRUE;
  StpSnapshot *snapshot = stp_codec_read (bytes, faults, &read_only, &error);

  for (guint i = 0; i < faults->len; i++)
    {
      StpFault *fault = faults->pdata[i];

      g_test_message ("%s: %s", fault->pointer, fault->text);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_false (read_only);
  return snapshot;
}

static void
assert_same_text (GBytes *bytes, GBytes *other)
{
  g_autofree char *a = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *b = g_strndup (g_bytes_get_data (other, NULL), g_bytes_get_size (other));

  g_assert_cmpstr (a, ==, b);
}

/* Windows editors put a mark before the text; it does not stay. */
static void
test_byte_order_mark (void)
{
  g_autoptr (GBytes) bytes = load_full ();
  g_autoptr (GByteArray) marked = g_byte_array_new ();
  g_autoptr (GBytes) both = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (StpSnapshot) snapshot = NULL;

  g_byte_array_append (marked, (const guint8 *) "\xef\xbb\xbf", 3);
  g_byte_array_append (marked, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  both = g_byte_array_free_to_bytes (g_steal_pointer (&marked));
  snapshot = read_ok (both);
  written = stp_codec_write (snapshot);
  assert_same_text (written, bytes);
}

/* Every member of every record, and what this version does not know, survive to the byte. */
static void
test_same_bytes (void)
{
  g_autoptr (GBytes) bytes = load_full ();
  g_autoptr (StpSnapshot) snapshot = read_ok (bytes);
  g_autoptr (GBytes) written = stp_codec_write (snapshot);

  assert_same_text (bytes, written);
}

/* A sample that forgets a member would prove nothing about it. */
static void
test_sample_is_full (void)
{
  g_autoptr (GBytes) bytes = load_full ();
  g_autoptr (StpSnapshot) snapshot = read_ok (bytes);

  for (int type = STP_RECORD_PRODUCT; type < STP_RECORD_N; type++)
    {
      const StpShape *shape = stp_record_type_get_shape (type);

      for (guint i = 0; i < shape->n_members; i++)
        {
          gboolean found = FALSE;

          for (guint j = 0; j < snapshot->records[type]->len; j++)
            found |= stp_member_is_set (&shape->members[i], snapshot->records[type]->pdata[j]);
          g_test_message ("%s.%s", shape->name, shape->members[i].name);
          g_assert_true (found);
        }
    }
}

static void
test_through_edits (void)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (1800000000 * STP_SECOND);
  g_autoptr (GBytes) bytes = load_full ();
  g_autoptr (StpSnapshot) snapshot = read_ok (bytes);
  g_autoptr (StpDiary) diary = stp_diary_new_from_snapshot (clock, snapshot);
  g_autoptr (StpSnapshot) edited = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 100; i++)
    for (int type = STP_RECORD_PRODUCT; type <= STP_RECORD_DEVICE; type++)
      {
        gpointer before = stp_diary_peek_record (diary, type, type == STP_RECORD_PRODUCT);
        g_autoptr (StpRecord) draft = stp_record_copy (before);
        char **name = STP_MEMBER_AT (char *, draft,
                                     stp_shape_find (stp_record_get_shape (draft), "name"));

        g_free (*name);
        *name = g_strdup_printf ("Name %u", i);
        g_assert_true (stp_diary_put (diary, draft, NULL));
      }
  edited = stp_diary_dup_snapshot (diary);
  written = stp_codec_write (edited);
  text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_assert_nonnull (strstr (text, "\"kind\": \"hydrogel\""));
  g_assert_nonnull (strstr (text, "\"noon\""));
  g_assert_nonnull (strstr (text, "\"phototype\": 3"));
  g_assert_nonnull (strstr (text, "\"zz\": 9223372036854775807"));
  g_assert_nonnull (strstr (text, "\"r\": null"));
}

static char *
write_product (void (*edit) (StpProduct *product))
{
  g_autoptr (GBytes) bytes = load_full ();
  g_autoptr (StpSnapshot) snapshot = read_ok (bytes);
  g_autoptr (
    StpProduct) product = stp_record_copy (snapshot->records[STP_RECORD_PRODUCT]->pdata[1]);

  edit (product);
  return stp_codec_write_canonical_text (product);
}

static void
know_kind (StpProduct *product)
{
  product->kind = STP_PRODUCT_CREAM;
}

static void
forget_kind (StpProduct *product)
{
  product->kind = 0;
}

static void
give_areas (StpProduct *product)
{
  product->areas = STP_BIT (STP_AREA_NECK);
}

/* A known value takes the place of the unknown one; an unknown one of a set stays beside it. */
static void
test_edit_over_unknown (void)
{
  g_autofree char *known = write_product (know_kind);
  g_autofree char *forgotten = write_product (forget_kind);
  g_autofree char *given = write_product (give_areas);

  g_assert_nonnull (strstr (known, "\"kind\":\"cream\""));
  g_assert_null (strstr (forgotten, "\"kind\""));
  g_assert_nonnull (strstr (given, "\"areas\":[\"neck\"]"));
  g_assert_nonnull (strstr (given, "\"when\":[\"morning\",\"evening\",\"noon\"]"));
  g_assert_true (g_str_has_prefix (given, "{\"archived\":"));
}

static void
test_unknown_is_told (void)
{
  g_autoptr (GBytes) bytes = load_full ();
  g_autoptr (StpSnapshot) snapshot = read_ok (bytes);
  StpProduct *product = snapshot->records[STP_RECORD_PRODUCT]->pdata[1];
  StpGate *gate = snapshot->records[STP_RECORD_GATE]->pdata[0];

  g_assert_cmpint ((int) product->kind, ==, STP_ENUM_OTHER);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (gate->answers, "q.new")), ==,
                   STP_ENUM_OTHER);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (gate->answers, "q.unwell")), ==,
                   STP_ANSWER_NO);
}

/* Order of records, members and set elements, white space and escapes do not reach the disk. */
static void
test_canonical (void)
{
  static const char untidy[] =
    "{\"later\":1,\"events\":[{\"kind\":\"sun\",\"modified\":\"2026-01-01T00:00:00Z\","
    "\"areas\":[\"neck\",\"face\",\"neck\",\"z\",\"a\",\"z\"],\"id\":\"" ID (
      "2") "\"},"
           "{\"id\":\"" ID (
             "1") "\",\"modified\":\"2026-01-01T00:00:00.5Z\",\"kind\":\"s\\u0075n\","
                  "\"at\":\"2026-01-01t00:00:00.250+00:00\"}],\"format\":1,\"id\":\"" ID (
                    "9") "\",\"a\":{}}";
  static const char tidy[] = "\"events\": [\n"
                             "    {\n"
                             "      \"id\": \"" ID (
                               "1") "\",\n"
                                    "      \"modified\": \"2026-01-01T00:00:00.500000Z\",\n"
                                    "      \"kind\": \"sun\",\n"
                                    "      \"at\": \"2026-01-01T00:00:00.250000Z\"\n"
                                    "    },\n"
                                    "    {\n"
                                    "      \"id\": \"" ID (
                                      "2") "\",\n"
                                           "      \"modified\": \"2026-01-01T00:00:00.000000Z\",\n"
                                           "      \"kind\": \"sun\",\n"
                                           "      \"areas\": [\n"
                                           "        \"face\",\n"
                                           "        \"neck\",\n"
                                           "        \"a\",\n"
                                           "        \"z\"\n"
                                           "      ]\n"
                                           "    }\n"
                                           "  ],\n"
                                           "  \"reactions\": [],\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (untidy, sizeof untidy - 1);
  g_autoptr (StpSnapshot) snapshot = read_ok (bytes);
  g_autoptr (GBytes) written = stp_codec_write (snapshot);
  g_autofree char *text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));

  g_assert_nonnull (strstr (text, tidy));
  g_assert_true (g_str_has_suffix (text, "\"deleted\": {},\n  \"a\": {},\n  \"later\": 1\n}\n"));
}

static void
test_empty (void)
{
  g_autoptr (StpSnapshot) snapshot = stp_snapshot_new (NULL);
  g_autoptr (GBytes) bytes = stp_codec_write (snapshot);
  g_autoptr (StpSnapshot) again = read_ok (bytes);
  g_autoptr (GBytes) written = stp_codec_write (again);

  assert_same_text (bytes, written);
}

/* No prefix of a diary is taken for a diary, and none brings the reader down. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = load_full ();
  gsize length = g_bytes_get_size (bytes);

  for (gsize cut = 0; cut < length - 2; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (stp_codec_read (part, NULL, NULL, &error));
      g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE);
    }
}

/* A flipped bit may go unnoticed, but what was read is then a diary that can be written. */
static void
test_flipped (void)
{
  g_autoptr (GBytes) bytes = load_full ();
  gsize length = g_bytes_get_size (bytes);

  for (gsize at = 0; at < length; at++)
    {
      g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (StpSnapshot) snapshot = NULL;
      g_autoptr (GBytes) written = NULL;

      copy[at] ^= 1 << (at % 8);
      flipped = g_bytes_new (copy, length);
      snapshot = stp_codec_read (flipped, NULL, NULL, NULL);
      if (snapshot != NULL)
        written = stp_codec_write (snapshot);
    }
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10 * 1000 * 1000; i++)
    g_string_append_c (text, '[');
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (stp_codec_read (bytes, NULL, NULL, &error));
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE);
}

static void
test_read_only (void)
{
  static const char *const documents[] = {
    "{\"format\":2,\"id\":\"" ID ("1") "\",\"events\":{}}",
    "{\"format\":1,\"id\":\"" ID ("1") "\",\"x\":0.5}",
    "{\"format\":1,\"id\":\"" ID ("1") "\",\"x\":1e3}",
    "{\"format\":1,\"id\":\"" ID ("1") "\",\"x\":-0}",
    "{\"format\":1,\"id\":\"" ID ("1") "\",\"x\":9223372036854775808}",
    "{\"format\":1,\"id\":\"" ID ("1") "\",\"x\":{\"a\":1,\"b\":2,\"\\u0061\":3}}",
    "{\"format\":1,\"id\":\"" ID ("1") "\",\"x\":\"a\\u0000b\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (documents[i], strlen (documents[i]));
      g_autoptr (GError) error = NULL;
      gboolean read_only = FALSE;
      g_autoptr (StpSnapshot) snapshot = stp_codec_read (bytes, NULL, &read_only, &error);

      g_assert_no_error (error);
      g_assert_nonnull (snapshot);
      g_assert_true (read_only);
    }
}

static StpSnapshot *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  StpSnapshot *snapshot = stp_codec_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return snapshot;
}

#define PRODUCT(id, name)                                                                          \
  "{\"id\":\"" ID (id) "\",\"modified\":\"2026-01-01T00:00:00Z\",\"name\":\"" name "\"}"

/* In names, in texts, and in what is only kept. */
static void
test_escapes (void)
{
  g_autoptr (StpSnapshot) snapshot = read_text (
    "{\"format\":1,\"id\":\"" ID ("9") "\",\"pro\\u0064ucts\":[" PRODUCT (
      "1", "\\u00e9\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\tz\\u20AC\xc3\xa9") "],"
                                                                              "\"x\":[{\"\\u0061\":"
                                                                              "\"\\t\"}]}");
  StpProduct *product = snapshot->records[STP_RECORD_PRODUCT]->pdata[0];
  JsonArray *kept = json_object_get_array_member (snapshot->extras, "x");

  g_assert_cmpstr (product->name, ==,
                   "\xc3\xa9\xf0\x9f\x98\x80\"\\/\b\f\n\r\tz\xe2\x82\xac\xc3\xa9");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (kept, 0), "a"), ==,
                   "\t");
}

/* As json-glib has it, and what other programs make of such a file. */
static void
test_last_of_two (void)
{
  g_autoptr (StpSnapshot) snapshot = read_text (
    "{\"format\":1,\"id\":\"" ID ("9") "\",\"products\":[" PRODUCT (
      "1", "One") "],"
                  "\"x\":1,\"products\":[" PRODUCT ("1", "Two\",\"name\":\"Three") "],\"x\":2}");
  StpProduct *product = snapshot->records[STP_RECORD_PRODUCT]->pdata[0];

  g_assert_cmpuint (snapshot->records[STP_RECORD_PRODUCT]->len, ==, 1);
  g_assert_cmpstr (product->name, ==, "Three");
  g_assert_cmpint (json_object_get_int_member (snapshot->extras, "x"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/codec/same-bytes", test_same_bytes);
  g_test_add_func ("/codec/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/codec/sample-is-full", test_sample_is_full);
  g_test_add_func ("/codec/through-edits", test_through_edits);
  g_test_add_func ("/codec/edit-over-unknown", test_edit_over_unknown);
  g_test_add_func ("/codec/unknown-is-told", test_unknown_is_told);
  g_test_add_func ("/codec/canonical", test_canonical);
  g_test_add_func ("/codec/escapes", test_escapes);
  g_test_add_func ("/codec/last-of-two", test_last_of_two);
  g_test_add_func ("/codec/empty", test_empty);
  g_test_add_func ("/codec/truncated", test_truncated);
  g_test_add_func ("/codec/flipped", test_flipped);
  g_test_add_func ("/codec/depth", test_depth);
  g_test_add_func ("/codec/read-only", test_read_only);

  return g_test_run ();
}
