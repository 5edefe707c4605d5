// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A diary as somebody would have it after so many years, made of dice: for benchmarks. A year
 * holds 700 uses, 100 events and 50 sessions with a check-in each; the shelf has 200 products over
 * the whole time, of which a tenth is in use at once.
 */

#include "config.h"

#include "exchange/stp-generate.h"

#include "diary/stp-time.h"

/* 2027-01-01T20:00:00Z */
#define BEGIN G_GINT64_CONSTANT (1798833600000000)
#define N_PRODUCTS 200
#define N_IN_USE 20
#define USES_A_YEAR 700
#define SESSIONS_A_YEAR 50
#define EVENTS_A_YEAR 100
#define YEAR (365 * STP_DAY_LENGTH)

static const char *const lists[] = {
  "serum\",\"ingredients\":\"Aqua, Glycerin, Retinol, Tocopherol",
  "toner\",\"ingredients\":\"Aqua, Glycolic Acid, Glycerin, Panthenol",
  "cream\",\"ingredients\":\"Aqua, Glycerin, Squalane, Ceramide NP, Parfum",
  "cream\",\"ingredients\":\"Aqua, Glycerin, Squalane, Panthenol, Carbomer",
  "serum\",\"ingredients\":\"Aqua, Ascorbyl Glucoside, Glycerin, Xanthan Gum",
  "serum\",\"ingredients\":\"Aqua, Niacinamide, Glycerin, Zinc PCA",
  "sunscreen\",\"ingredients\":\"Aqua, Zinc Oxide, Glycerin, Silica",
  "toner\",\"ingredients\":\"Aqua, Alcohol Denat., Glycerin, Menthol",
  "cleanser\",\"ingredients\":\"Aqua, Coco-Glucoside, Glycerin",
  "mask\",\"ingredients\":\"Aqua, Kaolin, Papain, Glycerin",
};

typedef struct
{
  GString *json;
  GRand *dice;
  gint64 end;
  guint n_ids;
} Generator;

/* A UUID: which one a record gets does not matter, but that no two are the same. */
static char *
new_id (Generator *self)
{
  return g_strdup_printf ("%08x-%04x-4%03x-8%03x-%012x", g_rand_int (self->dice),
                          g_rand_int_range (self->dice, 0, 0x10000),
                          g_rand_int_range (self->dice, 0, 0x1000),
                          g_rand_int_range (self->dice, 0, 0x1000), self->n_ids++);
}

static char *
product_id (int index)
{
  return g_strdup_printf ("00000000-0000-4000-8000-%012x", index + 1);
}

static gint64
random_between (Generator *self, gint64 from, gint64 to)
{
  return from +
         (gint64) (g_rand_double (self->dice) * (double) ((to - from) / STP_MINUTE)) * STP_MINUTE;
}

static void
append_head (Generator *self, const char *id, gint64 modified)
{
  g_autofree char *stamp = stp_stamp_format (modified);
  gboolean first = g_str_has_suffix (self->json->str, "[");

  g_string_append_printf (self->json, "%s{\"id\":\"%s\",\"modified\":\"%s\"", first ? "" : ",", id,
                          stamp);
}

static void
append_instant (Generator *self, const char *name, gint64 at)
{
  g_autofree char *text = stp_instant_format ((StpInstant) { .us = at });

  g_string_append_printf (self->json, ",\"%s\":\"%s\"", name, text);
}

static void
append_products (Generator *self)
{
  g_string_append (self->json, ",\"products\":[");
  for (int i = 0; i < N_PRODUCTS; i++)
    {
      g_autofree char *id = product_id (i);

      append_head (self, id, BEGIN + i);
      g_string_append_printf (self->json, ",\"name\":\"Product %d\",\"kind\":\"%s\"}", i + 1,
                              lists[i % G_N_ELEMENTS (lists)]);
    }
  g_string_append_c (self->json, ']');
}

static void
append_device (Generator *self)
{
  g_autofree char *device = new_id (self);
  g_autofree char *head = new_id (self);

  g_string_append (self->json, ",\"devices\":[");
  append_head (self, device, BEGIN);
  g_string_append (self->json, ",\"name\":\"Roller\",\"kind\":\"roller\"}],\"heads\":[");
  append_head (self, head, BEGIN);
  g_string_append_printf (self->json, ",\"device\":\"%s\",\"needle_um\":250}]", device);
}

/* What is in use moves along the shelf with the years. */
static int
pick_product (Generator *self, gint64 at)
{
  double share = (double) (at - BEGIN) / (double) (self->end - BEGIN);
  int first = (int) (share * (N_PRODUCTS - N_IN_USE));

  return first + g_rand_int_range (self->dice, 0, N_IN_USE);
}

static void
append_use (Generator *self, gint64 at)
{
  g_autofree char *id = new_id (self);
  g_autofree char *product = product_id (pick_product (self, at));

  append_head (self, id, at);
  g_string_append_printf (self->json, ",\"product\":\"%s\"", product);
  append_instant (self, "at", at);
  g_string_append_c (self->json, '}');
}

static void
append_session (Generator *self, const char *id, gint64 at)
{
  append_head (self, id, at);
  g_string_append (self->json, ",\"state\":\"done\",\"purpose\":\"full\",\"place\":\"home\"");
  append_instant (self, "start", at);
  append_instant (self, "end", at + 40 * STP_MINUTE);
  g_string_append (self->json, ",\"areas\":[{\"area\":\"cheeks\",\"needle_um\":250,\"passes\":6},"
                               "{\"area\":\"forehead\",\"needle_um\":250,\"passes\":4}]}");
}

static void
append_denial (Generator *self, gint64 at)
{
  g_autofree char *id = new_id (self);
  g_autofree char *product = product_id (pick_product (self, at));

  append_head (self, id, at);
  g_string_append_printf (self->json, ",\"product\":\"%s\"", product);
  append_instant (self, "since", at - 7 * STP_DAY_LENGTH);
  append_instant (self, "at", at);
  g_string_append_c (self->json, '}');
}

static void
append_check_in (Generator *self, const char *session, gint64 at)
{
  g_autofree char *id = new_id (self);

  append_head (self, id, at);
  g_string_append_printf (self->json, ",\"session\":\"%s\",\"slot\":\"+72h\"", session);
  append_instant (self, "at", at);
  g_string_append (self->json, ",\"redness\":0,\"pain\":0,\"itch\":0}");
}

/* Now and then sport, a sauna, wine or the sun. */
static void
append_events (Generator *self, int years)
{
  static const char *const kinds[] = { "sport", "sauna", "alcohol", "sun", "wax" };

  g_string_append (self->json, ",\"events\":[");
  for (int i = 0; i < years * EVENTS_A_YEAR; i++)
    {
      g_autofree char *id = new_id (self);
      gint64 at = random_between (self, BEGIN, self->end);

      append_head (self, id, at);
      g_string_append_printf (self->json, ",\"kind\":\"%s\"", kinds[i % G_N_ELEMENTS (kinds)]);
      append_instant (self, "at", at);
      g_string_append_c (self->json, '}');
    }
  g_string_append_c (self->json, ']');
}

static void
append_uses (Generator *self, int years)
{
  g_string_append (self->json, ",\"applications\":[");
  for (int i = 0; i < years * USES_A_YEAR; i++)
    append_use (self, random_between (self, BEGIN, self->end));
  g_string_append_c (self->json, ']');
}

static void
append_sessions (Generator *self, int years)
{
  int n = years * SESSIONS_A_YEAR;

  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_string_append (self->json, ",\"sessions\":[");
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (ids, new_id (self));
      append_session (self, ids->pdata[i], BEGIN + (self->end - BEGIN) / n * i);
    }
  g_string_append (self->json, "],\"reactions\":[");
  for (int i = 0; i < n; i++)
    append_check_in (self, ids->pdata[i], BEGIN + (self->end - BEGIN) / n * i + 3 * STP_DAY_LENGTH);
  g_string_append (self->json, "],\"denials\":[");
  for (int i = 0; i < n; i++)
    append_denial (self, BEGIN + (self->end - BEGIN) / n * i);
  g_string_append_c (self->json, ']');
}

/**
 * stp_generate_get_end:
 * @years: how long the diary is
 *
 * Returns: the moment at which the diary ends, UTC microseconds
 */
gint64
stp_generate_get_end (int years)
{
  return BEGIN + years * YEAR;
}

/**
 * stp_generate_build:
 * @years: how long the diary is
 * @seed: of the dice; the same makes the same bytes
 *
 * Returns: (transfer full): a diary document
 */
GBytes *
stp_generate_build (int years, guint32 seed)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  Generator self = { .json = g_string_new (NULL),
                     .dice = dice,
                     .end = stp_generate_get_end (years) };
  g_autofree char *id = new_id (&self);
  g_autofree char *stamp = stp_stamp_format (BEGIN);

  g_string_append_printf (self.json,
                          "{\"format\":1,\"id\":\"%s\",\"profile\":{\"modified\":\"%s\","
                          "\"preset\":\"careful\"}",
                          id, stamp);
  append_products (&self);
  append_device (&self);
  append_sessions (&self, years);
  append_uses (&self, years);
  append_events (&self, years);
  g_string_append_c (self.json, '}');
  return g_string_free_to_bytes (self.json);
}
