// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-shelf-entry.h"

#include <glib/gi18n.h>

#include "library/stp-reading-text.h"
#include "rules/stp-stretch.h"
#include "rules/stp-timeline.h"
#include "rules/stp-words.h"

/* How far ahead a pause is worth a word: further off, plans change. */
#define HORIZON (60 * STP_DAY_LENGTH)

struct _StpShelfEntry
{
  GObject parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpProduct *product;     /* (owned) */
  StpShelfSection section;
  char *classes;
  char *status;
};

G_DEFINE_FINAL_TYPE (StpShelfEntry, stp_shelf_entry, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_BRAND,
  PROP_CLASSES,
  PROP_STATUS,
  PROP_SECTION_TITLE,
  PROP_SUMMARY,
} StpShelfEntryProperty;

static GParamSpec *properties[PROP_SUMMARY + 1];

static const char *
get_section_title (StpShelfEntry *self)
{
  switch (self->section)
    {
    case STP_SHELF_PAUSED:
      return _ ("Paused Today");
    case STP_SHELF_UNREAD:
      return _ ("Not Read Yet");
    case STP_SHELF_ARCHIVED:
      return _ ("Archived");
    case STP_SHELF_FINE:
    default:
      return _ ("Fine Today");
    }
}

static void
stp_shelf_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpShelfEntry *self = STP_SHELF_ENTRY (object);

  switch ((StpShelfEntryProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, stp_shelf_entry_get_title (self));
      break;
    case PROP_BRAND:
      g_value_set_string (value, self->product->brand);
      break;
    case PROP_CLASSES:
      g_value_set_string (value, self->classes);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_SECTION_TITLE:
      g_value_set_string (value, get_section_title (self));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, g_strjoin (", ", stp_shelf_entry_get_title (self), self->classes,
                                             self->status, NULL));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_shelf_entry_finalize (GObject *object)
{
  StpShelfEntry *self = STP_SHELF_ENTRY (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->product);
  g_clear_pointer (&self->classes, g_free);
  g_clear_pointer (&self->status, g_free);

  G_OBJECT_CLASS (stp_shelf_entry_parent_class)->finalize (object);
}

static void
stp_shelf_entry_class_init (StpShelfEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const char *const names[] = {
    [PROP_TITLE] = "title",
    [PROP_BRAND] = "brand",
    [PROP_CLASSES] = "classes",
    [PROP_STATUS] = "status",
    [PROP_SECTION_TITLE] = "section-title",
    [PROP_SUMMARY] = "summary",
  };

  object_class->get_property = stp_shelf_entry_get_property;
  object_class->finalize = stp_shelf_entry_finalize;

  for (guint i = PROP_TITLE; i < G_N_ELEMENTS (names); i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
stp_shelf_entry_init (StpShelfEntry *self)
{
}

static gint64
get_end_of_today (StpClock *clock)
{
  return stp_day_at (stp_clock_get_today (clock) + 1, 0, stp_clock_get_zone (clock));
}

static char *
describe_stretch (StpShelfEntry *self, const StpStretch *stretch, gint64 now)
{
  GTimeZone *zone = stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
  g_autofree char *when = NULL;

  /* A prescribed product is never told to stop (E3). */
  if (self->product->prescribed)
    return g_strdup (_ ("needling waits"));

  if (stretch->from <= now)
    {
      when = stp_words_return (stretch->to, now, zone);
      /* Translators: when a paused product may be used again: "back Monday 21:00" */
      return g_strdup_printf (_ ("back %s"), when);
    }

  when = stp_words_moment (stretch->from, now, zone);
  /* Translators: when a product has to be left out: "pause from Thursday 21:00" */
  return g_strdup_printf (_ ("pause from %s"), when);
}

static void
look_at_pauses (StpShelfEntry *self, StpTimeline *timeline)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  const gint64 now = stp_clock_get_now (clock);
  g_autoptr (
    GPtrArray) stretches = stp_stretch_list (timeline, stp_record_get_id (self->product), now,
                                           now + HORIZON);
  const StpStretch *next;

  if (stretches->len == 0)
    return;

  next = stretches->pdata[0];
  if (next->from < get_end_of_today (clock))
    self->section = STP_SHELF_PAUSED;
  self->status = describe_stretch (self, next, now);
}

/**
 * stp_shelf_entry_refresh:
 *
 * Asks the timeline again.
 */
void
stp_shelf_entry_refresh (StpShelfEntry *self)
{
  StpTimeline *timeline = stp_workspace_get_timeline (self->workspace);
  StpClassification *classification = stp_timeline_get_classification (
    timeline, stp_record_get_id (self->product));
  const gboolean readable = classification && stp_classification_is_readable (classification);

  g_clear_pointer (&self->classes, g_free);
  g_clear_pointer (&self->status, g_free);
  self->section = readable ? STP_SHELF_FINE : STP_SHELF_UNREAD;
  self->classes = readable ? stp_reading_text_list_classes (classification, 3)
                           : g_strdup (_ ("No list"));

  if (self->product->archived)
    self->section = STP_SHELF_ARCHIVED;
  else
    look_at_pauses (self, timeline);

  if (!self->status)
    self->status = g_strdup (self->section == STP_SHELF_UNREAD ? _ ("asks before a session") : "");

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASSES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/**
 * stp_shelf_entry_new:
 * @workspace: whose timeline to ask
 * @product: a sealed product
 *
 * Returns: (transfer full): an item that is up to date
 */
StpShelfEntry *
stp_shelf_entry_new (StpWorkspace *workspace, StpProduct *product)
{
  StpShelfEntry *self = g_object_new (STP_TYPE_SHELF_ENTRY, NULL);

  self->workspace = g_object_ref (workspace);
  self->product = g_object_ref (product);
  stp_shelf_entry_refresh (self);

  return self;
}

StpProduct *
stp_shelf_entry_get_product (StpShelfEntry *self)
{
  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), NULL);

  return self->product;
}

StpShelfSection
stp_shelf_entry_get_section (StpShelfEntry *self)
{
  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), STP_SHELF_FINE);

  return self->section;
}

const char *
stp_shelf_entry_get_title (StpShelfEntry *self)
{
  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), NULL);

  return self->product->name;
}

const char *
stp_shelf_entry_get_status (StpShelfEntry *self)
{
  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), NULL);

  return self->status;
}

/**
 * stp_shelf_entry_matches:
 * @search: what the user typed; diacritics and case do not count
 *
 * Returns: whether each word of @search begins a word of the name, the brand or the classes
 */
gboolean
stp_shelf_entry_matches (StpShelfEntry *self, const char *search)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), FALSE);

  if (!search || !*search)
    return TRUE;

  text = g_strjoin (" ", self->product->name, self->classes,
                    self->product->brand ? self->product->brand : "", NULL);
  return g_str_match_string (search, text, TRUE);
}
