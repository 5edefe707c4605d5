// SPDX-License-Identifier: GPL-3.0-or-later

// How right the classifier is on real lists that people have labelled, and what it costs to read
// all of them against json-glib's bare parse of the same file. The lists have no licence and are
// not here; where they are missing there is nothing to measure.

#include "config.h"

#include <time.h>

#include "stp-figures.h"
#include "stp-group.h"
#include "stp-real.h"
#include "stp-table.h"

#define ROUNDS 5
#define SPEED_GOAL 4.0

// id, what is active, what two readers could say either of
#define FIELDS 3

typedef struct
{
  double precision;
  double recall;
} Goal;

// How right each group must be.
static const Goal goals[STP_GROUP_N] = {
  { 1, 1 }, { 1, 1 }, { 0.97, 0.99 }, { 0.95, 0.97 }, { 0.90, 0.92 },
};

typedef struct
{
  guint right;
  guint extra;
  guint missing;
} Tally;

typedef struct
{
  const char *name;
  GHashTable *measured; // the ids of both
  GHashTable *products;
  Tally tallies[STP_GROUP_N];
} Half;

static void
measure_row (const char *const *fields, gpointer user_data)
{
  Half *half = user_data;
  JsonNode *product = g_hash_table_lookup (half->products, fields[0]);
  g_auto (GStrv) expected = g_strsplit (fields[1], " ", -1);
  g_auto (GStrv) either = g_strsplit (fields[2], " ", -1);

  stp_group_check_words ((const char *const *) expected, fields[0]);
  stp_group_check_words ((const char *const *) either, fields[0]);
  if (!g_hash_table_add (half->measured, g_strdup (fields[0])))
    g_error ("%s is labelled twice", fields[0]);
  if (product == NULL)
    g_error ("%s is not among the products", fields[0]);

  g_autoptr (StpClassification) classification = stp_real_classify (json_node_get_object (product));
  for (guint g = 0; g < STP_GROUP_N; g++)
    {
      gboolean found = stp_group_is_active (&stp_groups[g], classification);
      gboolean wanted = stp_group_is_named (&stp_groups[g], (const char *const *) expected);

      if (stp_group_is_named (&stp_groups[g], (const char *const *) either))
        continue;
      half->tallies[g].right += found && wanted;
      half->tallies[g].extra += found && !wanted;
      half->tallies[g].missing += wanted && !found;
    }
}

static void
print_figure (const Half *half, guint group, const char *what, guint right, guint of)
{
  g_autofree char *name = g_strdup_printf ("%s-%s-%s", half->name, stp_groups[group].name, what);
  gboolean is_recall = g_str_equal (what, "recall");

  if (of == 0)
    g_printerr ("%s: none of its lists has any, so there is nothing to measure\n", name);
  else
    stp_figures_print_at_least (name, (double) right / of, "share",
                                is_recall ? goals[group].recall : goals[group].precision);
}

static void
measure_half (Half *half)
{
  g_autofree char *table = g_strdup_printf ("labels-%s.tsv", half->name);

  stp_table_each (table, FIELDS, measure_row, half);
  for (guint g = 0; g < STP_GROUP_N; g++)
    {
      Tally *tally = &half->tallies[g];

      print_figure (half, g, "precision", tally->right, tally->right + tally->extra);
      print_figure (half, g, "recall", tally->right, tally->right + tally->missing);
    }
}

static double
cpu_seconds (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return used.tv_sec + used.tv_nsec / 1e9;
}

static JsonNode *
parse (JsonParser *parser, const char *line)
{
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (parser, line, -1, &error))
    g_error ("The products cannot be read: %s", error->message);
  return json_parser_get_root (parser);
}

static double
time_bare_parse (char **lines)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  double start = cpu_seconds ();

  for (guint i = 0; lines[i] != NULL; i++)
    parse (parser, lines[i]);
  return cpu_seconds () - start;
}

static double
time_classify (GPtrArray *products)
{
  double start = cpu_seconds ();

  for (guint i = 0; i < products->len; i++)
    stp_classification_unref (stp_real_classify (json_node_get_object (products->pdata[i])));
  return cpu_seconds () - start;
}

static void
measure_speed (char **lines, GPtrArray *products)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ROUNDS; i++)
    {
      double bare = time_bare_parse (lines);
      double ratio = time_classify (products) / bare;

      g_array_append_val (ratios, ratio);
    }
  stp_figures_print_at_most ("classify-all", stp_figures_median (ratios), "ratio", SPEED_GOAL);
}

static GPtrArray *
load_products (char **lines)
{
  GPtrArray *products = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (products, json_node_ref (parse (parser, lines[i])));
  return products;
}

static GHashTable *
index_products (GPtrArray *products)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < products->len; i++)
    {
      JsonObject *product = json_node_get_object (products->pdata[i]);

      g_hash_table_insert (by_id, (char *) stp_real_get_text (product, "id"), products->pdata[i]);
    }
  return by_id;
}

int
main (void)
{
  g_auto (GStrv) lines = stp_real_dup_lines ();

  if (lines == NULL)
    {
      g_printerr ("ingredients: skipped, the real products are not beside this folder\n");
      return 0;
    }

  g_autoptr (GPtrArray) products = load_products (lines);
  g_autoptr (GHashTable) by_id = index_products (products);
  g_autoptr (GHashTable) measured = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Half tune = { .name = "tune", .measured = measured, .products = by_id };
  Half report = { .name = "report", .measured = measured, .products = by_id };

  measure_half (&tune);
  measure_half (&report);
  measure_speed (lines, products);
  return 0;
}
