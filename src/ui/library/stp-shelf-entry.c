// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-shelf-entry.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "library/stp-shelf-words.h"
#include "rules/stp-person.h"
#include "rules/stp-shelf-life.h"
#include "rules/stp-stretch.h"
#include "shared/stp-photo-texture.h"
#include "shared/stp-search.h"

/* Pixels for the 36 of a row, where the screen is fine as well; the longer side is cut. */
#define PHOTO_SIDE 128

struct _StpShelfEntry
{
  GObject parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpProduct *product;     /* (owned) */
  GPtrArray *stretches;    /* (owned) (nullable) (element-type StpStretch): from now on */
  StpShelfSection section;
  GdkTexture *photo;     /* (owned) (nullable) */
  GCancellable *loading; /* (owned) (nullable): the photo is wanted */
  char *details;         /* (nullable): not asked for yet, as the next two */
  char *status;
  char *haystack;
};

G_DEFINE_FINAL_TYPE (StpShelfEntry, stp_shelf_entry, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAILS,
  PROP_STATUS,
  PROP_SECTION_TITLE,
  PROP_SUMMARY,
  PROP_PHOTO,
} StpShelfEntryProperty;

static GParamSpec *properties[PROP_PHOTO + 1];

static const char *
get_section_title (StpShelfEntry *self)
{
  switch (self->section)
    {
    case STP_SHELF_PAUSED:
      return _ ("Paused Today");
    case STP_SHELF_WAITING:
      /* Translators: above products that a doctor prescribed: they go on, the session does not */
      return _ ("Needling Waits");
    case STP_SHELF_DOCTOR:
      return C_ ("verdict", "Ask a Doctor First");
    case STP_SHELF_UNREAD:
      return _ ("Not Read Yet");
    case STP_SHELF_ARCHIVED:
      return _ ("Archived");
    case STP_SHELF_FINE:
    default:
      return _ ("Fine Today");
    }
}

static char *
dup_summary (StpShelfEntry *self)
{
  const char *status = stp_shelf_entry_get_status (self);
  const char *details = stp_shelf_entry_get_details (self);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_strv_builder_add (parts, self->product->name);
  if (*details)
    g_strv_builder_add (parts, details);
  if (*status)
    g_strv_builder_add (parts, status);
  list = g_strv_builder_end (parts);
  /* Translators: between the parts of a sentence that is a list */
  return g_strjoinv (C_ ("list", ", "), list);
}

static void
photo_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpShelfEntry) self = user_data;

  self->photo = stp_photo_texture_finish_square (result, NULL);
  if (self->photo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHOTO]);
}

/* Read once, and not before a row shows it. */
static void
want_photo (StpShelfEntry *self)
{
  StpStore *store = stp_workspace_get_store (self->workspace);

  if (self->loading || !self->product->photo || !store)
    return;
  self->loading = g_cancellable_new ();
  stp_photo_load_async (g_file_peek_path (stp_store_get_folder (store)), self->product->photo,
                        PHOTO_SIDE, self->loading, photo_loaded_cb, g_object_ref (self));
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
    case PROP_DETAILS:
      g_value_set_string (value, stp_shelf_entry_get_details (self));
      break;
    case PROP_STATUS:
      g_value_set_string (value, stp_shelf_entry_get_status (self));
      break;
    case PROP_SECTION_TITLE:
      g_value_set_string (value, get_section_title (self));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_summary (self));
      break;
    case PROP_PHOTO:
      want_photo (self);
      g_value_set_object (value, self->photo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
forget_words (StpShelfEntry *self)
{
  g_clear_pointer (&self->details, g_free);
  g_clear_pointer (&self->status, g_free);
  g_clear_pointer (&self->haystack, g_free);
}

static void
stp_shelf_entry_finalize (GObject *object)
{
  StpShelfEntry *self = STP_SHELF_ENTRY (object);

  forget_words (self);
  g_clear_pointer (&self->stretches, g_ptr_array_unref);
  g_clear_object (&self->loading);
  g_clear_object (&self->photo);
  g_clear_object (&self->workspace);
  g_clear_object (&self->product);

  G_OBJECT_CLASS (stp_shelf_entry_parent_class)->finalize (object);
}

static void
stp_shelf_entry_class_init (StpShelfEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const char *const names[] = {
    [PROP_TITLE] = "title",     [PROP_DETAILS] = "details",
    [PROP_STATUS] = "status",   [PROP_SECTION_TITLE] = "section-title",
    [PROP_SUMMARY] = "summary",
  };

  object_class->get_property = stp_shelf_entry_get_property;
  object_class->finalize = stp_shelf_entry_finalize;

  for (guint i = PROP_TITLE; i < G_N_ELEMENTS (names); i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  properties[PROP_PHOTO] = g_param_spec_object ("photo", NULL, NULL, GDK_TYPE_PAINTABLE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
stp_shelf_entry_init (StpShelfEntry *self)
{
}

static StpClock *
get_clock (StpShelfEntry *self)
{
  return stp_workspace_get_clock (self->workspace);
}

static StpClassification *
get_classification (StpShelfEntry *self)
{
  return stp_timeline_get_classification (stp_workspace_get_timeline (self->workspace),
                                          stp_record_get_id (self->product));
}

static gboolean
is_read (StpShelfEntry *self)
{
  StpClassification *classification = get_classification (self);

  return self->product->card_checked ||
         (classification && stp_classification_is_readable (classification));
}

static gint64
get_end_of_today (StpClock *clock)
{
  return stp_day_at (stp_clock_get_today (clock) + 1, 0, stp_clock_get_zone (clock));
}

static const StpStretch *
get_next_stretch (StpShelfEntry *self)
{
  return self->stretches && self->stretches->len > 0 ? self->stretches->pdata[0] : NULL;
}

static gboolean
is_kept_from (StpShelfEntry *self)
{
  return stp_person_is_kept_from (stp_workspace_get_timeline (self->workspace),
                                  stp_record_get_id (self->product),
                                  stp_clock_get_now (get_clock (self)));
}

static StpShelfSection
find_section (StpShelfEntry *self)
{
  const StpStretch *next = get_next_stretch (self);

  if (self->product->archived)
    return STP_SHELF_ARCHIVED;
  if (is_kept_from (self))
    return STP_SHELF_DOCTOR;
  if (next && next->from < get_end_of_today (get_clock (self)))
    return self->product->prescribed ? STP_SHELF_WAITING : STP_SHELF_PAUSED;
  return is_read (self) ? STP_SHELF_FINE : STP_SHELF_UNREAD;
}

/**
 * stp_shelf_entry_refresh:
 * @stretches: (nullable) (element-type StpStretch): when the product is off, from now on
 *
 * Takes what the timeline says now.
 */
void
stp_shelf_entry_refresh (StpShelfEntry *self, GPtrArray *stretches)
{
  g_return_if_fail (STP_IS_SHELF_ENTRY (self));

  g_clear_pointer (&self->stretches, g_ptr_array_unref);
  self->stretches = stretches ? g_ptr_array_ref (stretches) : NULL;
  self->section = find_section (self);
  forget_words (self);

  for (guint i = PROP_DETAILS; i <= PROP_SUMMARY; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/**
 * stp_shelf_entry_new:
 * @workspace: whose timeline to ask
 * @product: a sealed product
 * @stretches: (nullable) (element-type StpStretch): when it is off, from now on
 *
 * Returns: (transfer full): an item that is up to date
 */
StpShelfEntry *
stp_shelf_entry_new (StpWorkspace *workspace, StpProduct *product, GPtrArray *stretches)
{
  StpShelfEntry *self = g_object_new (STP_TYPE_SHELF_ENTRY, NULL);

  self->workspace = g_object_ref (workspace);
  self->product = g_object_ref (product);
  self->stretches = stretches ? g_ptr_array_ref (stretches) : NULL;
  self->section = find_section (self);

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
stp_shelf_entry_get_details (StpShelfEntry *self)
{
  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), NULL);

  if (!self->details)
    self->details = stp_shelf_words_dup_details (self->workspace, self->product);
  return self->details;
}

const char *
stp_shelf_entry_get_status (StpShelfEntry *self)
{
  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), NULL);

  if (!self->status)
    self->status = stp_shelf_words_dup_status (self->workspace, self->product,
                                               get_next_stretch (self), is_read (self));
  return self->status;
}

/**
 * stp_shelf_entry_get_classes:
 *
 * Returns: set of [enum@StpIngredientClass] that count in the product
 */
guint64
stp_shelf_entry_get_classes (StpShelfEntry *self)
{
  StpClassification *classification;

  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), 0);

  classification = get_classification (self);
  return classification ? stp_classification_get_active (classification) : 0;
}

gboolean
stp_shelf_entry_get_expiring (StpShelfEntry *self)
{
  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), FALSE);

  return stp_shelf_life_is_near (self->product, stp_clock_get_today (get_clock (self)));
}

/**
 * stp_shelf_entry_matches:
 * @needles: what the user typed, as stp_search_split() makes it
 *
 * Returns: whether each word of it begins a word of the name, the brand, the classes or the list
 */
gboolean
stp_shelf_entry_matches (StpShelfEntry *self, const char *const *needles)
{
  g_return_val_if_fail (STP_IS_SHELF_ENTRY (self), FALSE);

  if (!self->haystack)
    self->haystack = stp_shelf_words_dup_searched (self->workspace, self->product);
  return stp_search_matches (self->haystack, needles);
}

/**
 * stp_shelf_entry_prepare:
 *
 * Makes its words before they are wanted.
 */
void
stp_shelf_entry_prepare (StpShelfEntry *self)
{
  g_return_if_fail (STP_IS_SHELF_ENTRY (self));

  stp_shelf_entry_get_details (self);
  stp_shelf_entry_get_status (self);
  if (!self->haystack)
    self->haystack = stp_shelf_words_dup_searched (self->workspace, self->product);
}
