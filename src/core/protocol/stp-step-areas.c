// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-step-list-private.h"

#include <glib/gi18n-lib.h>

/* Thin skin takes no longer needle than that; clinical rules, sections 2.2 and 4.2. */
#define TENDER_UM 300
#define TENDER (STP_BIT (STP_AREA_EYE_CONTOUR) | STP_BIT (STP_AREA_UPPER_LIP))

/*
 * The order of clinical rules, section 2.2: from the sturdiest skin to the thinnest. Areas off
 * the face come after it. Thin skin is always last, whenever it was treated.
 */
static const struct
{
  StpArea area;
  const char *title;
  gboolean thin;
} area_order[] = {
  { STP_AREA_CHEEKS, NC_ ("area", "Cheeks"), FALSE },
  { STP_AREA_CHIN, NC_ ("area", "Chin"), FALSE },
  { STP_AREA_JAW, NC_ ("area", "Jaw"), FALSE },
  { STP_AREA_FOREHEAD, NC_ ("area", "Forehead"), FALSE },
  { STP_AREA_NECK, NC_ ("area", "Neck"), FALSE },
  { STP_AREA_CHEST, NC_ ("area", "Chest"), FALSE },
  { STP_AREA_SCALP, NC_ ("area", "Scalp"), FALSE },
  { STP_AREA_HANDS, NC_ ("area", "Hands"), FALSE },
  { STP_AREA_ARMS, NC_ ("area", "Arms"), FALSE },
  { STP_AREA_LEGS, NC_ ("area", "Legs"), FALSE },
  { STP_AREA_BACK, NC_ ("area", "Back"), FALSE },
  { STP_AREA_BELLY, NC_ ("area", "Belly"), FALSE },
  { STP_AREA_OTHER, NC_ ("area", "Other Area"), FALSE },
  { STP_AREA_NOSE, NC_ ("area", "Nose"), TRUE },
  { STP_AREA_UPPER_LIP, NC_ ("area", "Above the Upper Lip"), TRUE },
  { STP_AREA_EYE_CONTOUR, NC_ ("area", "Around the Eyes"), TRUE },
};

static guint64
get_named_areas (StpSession *session)
{
  guint64 areas = 0;

  for (guint i = 0; session->areas != NULL && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      if (area->area > 0)
        areas |= STP_BIT (area->area);
    }
  return areas == 0 ? STP_AREAS_FACE : stp_areas_expand (areas);
}

/*
 * stp_session_get_needle_um:
 *
 * Returns: the longest needle of the session in micrometres, 0 if it names none
 */
int
stp_session_get_needle_um (StpSession *session)
{
  int longest = 0;

  for (guint i = 0; session->areas != NULL && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      longest = MAX (longest, area->needle_um);
    }
  return longest;
}

/* The length for @area in micrometres: its own, else that of the whole face, else the
 *   longest; 0 if the session names none
 */
static int
get_area_um (StpSession *session, StpArea area)
{
  int face = 0;

  for (guint i = 0; session->areas != NULL && i < session->areas->len; i++)
    {
      const StpSessionArea *it = session->areas->pdata[i];

      if (it->needle_um <= 0)
        continue;
      if (it->area == area)
        return it->needle_um;
      if (it->area == STP_AREA_FACE && STP_BIT (area) & STP_AREAS_FACE)
        face = it->needle_um;
    }
  return face > 0 ? face : stp_session_get_needle_um (session);
}

/*
 * stp_session_get_left_out:
 *
 * Returns: the parts of the face that a session of the whole face leaves out, as the engine takes
 *   it: the skin around the eyes always, and what is too thin for the length
 */
guint64
stp_session_get_left_out (StpSession *session)
{
  guint64 areas = get_named_areas (session), left_out = STP_BIT (STP_AREA_EYE_CONTOUR);

  if (session->purpose == STP_PURPOSE_PATCH || (areas & STP_AREAS_FACE) != STP_AREAS_FACE)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (area_order); i++)
    if (TENDER & STP_BIT (area_order[i].area) &&
        get_area_um (session, area_order[i].area) > TENDER_UM)
      left_out |= STP_BIT (area_order[i].area);
  return left_out;
}

/*
 * stp_session_get_areas:
 *
 * Returns: the areas a stroke may fall on, as a set. A patch test is one spot at the jaw (E9).
 *   What was marked as no-go is left out.
 */
guint64
stp_session_get_areas (StpSession *session)
{
  if (session->purpose == STP_PURPOSE_PATCH)
    return STP_BIT (STP_AREA_JAW);

  return get_named_areas (session) & ~stp_session_get_left_out (session) &
         ~stp_areas_expand (session->no_go);
}

/* When each area was treated last, but for @current itself; %STP_TIME_UNSET = never. */
static void
find_last_turns (StpTimeline *timeline, StpSession *current, gint64 *turns)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);

  for (guint area = 0; area <= STP_AREA_OTHER; area++)
    turns[area] = STP_TIME_UNSET;
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);
      guint64 areas;
      gint64 end;

      if (session->purpose == STP_PURPOSE_PATCH ||
          g_strcmp0 (stp_record_get_id (session), stp_record_get_id (current)) == 0 ||
          !stp_timeline_was_needled (timeline, session))
        continue;
      areas = stp_session_get_areas (session);
      end = stp_timeline_get_session_end (timeline, session);
      for (guint area = 0; area <= STP_AREA_OTHER; area++)
        if (areas & STP_BIT (area))
          turns[area] = MAX (turns[area], end);
    }
}

typedef struct
{
  guint place;
  gint64 last;
} Turn;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *first = a, *second = b;
  gboolean thin_a = area_order[first->place].thin, thin_b = area_order[second->place].thin;

  if (thin_a != thin_b)
    return thin_a - thin_b;
  if (first->last != second->last)
    return first->last < second->last ? -1 : 1;
  return (first->place > second->place) - (first->place < second->place);
}

/*
 * stp_area_turns_new:
 *
 * Returns: (transfer full) (element-type StpAreaTurn): the areas of @session in their order: what
 *   was treated least recently first, thin skin last
 */
GArray *
stp_area_turns_new (StpTimeline *timeline, StpSession *session)
{
  GArray *turns = g_array_new (FALSE, TRUE, sizeof (StpAreaTurn));
  g_autoptr (GArray) order = g_array_new (FALSE, TRUE, sizeof (Turn));
  guint64 areas = stp_session_get_areas (session);
  gint64 last[STP_AREA_OTHER + 1];

  find_last_turns (timeline, session, last);
  for (guint i = 0; i < G_N_ELEMENTS (area_order); i++)
    if (areas & STP_BIT (area_order[i].area))
      {
        Turn turn = { i, last[area_order[i].area] };

        g_array_append_val (order, turn);
      }
  g_array_sort (order, compare_turns);
  for (guint i = 0; i < order->len; i++)
    {
      guint place = g_array_index (order, Turn, i).place;
      StpAreaTurn turn = { .area = area_order[place].area,
                           .title = g_dpgettext2 (GETTEXT_PACKAGE, "area", area_order[place].title),
                           .needle_um = get_area_um (session, area_order[place].area) };

      g_array_append_val (turns, turn);
    }
  return turns;
}
