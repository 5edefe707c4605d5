// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-day-entry.h"

struct _StpDayEntry
{
  GObject parent_instance;

  char *title, *subtitle;
  StpRecord *record; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (StpDayEntry, stp_day_entry, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
} StpDayEntryProperty;

static GParamSpec *properties[PROP_TITLE + 1];

static void
stp_day_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpDayEntry *self = STP_DAY_ENTRY (object);

  switch ((StpDayEntryProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_day_entry_finalize (GObject *object)
{
  StpDayEntry *self = STP_DAY_ENTRY (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (stp_day_entry_parent_class)->finalize (object);
}

static void
stp_day_entry_class_init (StpDayEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stp_day_entry_get_property;
  object_class->finalize = stp_day_entry_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
stp_day_entry_init (StpDayEntry *self)
{
}

/**
 * stp_day_entry_new:
 * @title: what it is
 * @subtitle: (nullable): a time, or until when
 * @record: (nullable): the record that the line stands for
 */
StpDayEntry *
stp_day_entry_new (const char *title, const char *subtitle, gpointer record)
{
  StpDayEntry *self = g_object_new (STP_TYPE_DAY_ENTRY, NULL);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  g_set_object (&self->record, record);

  return self;
}

const char *
stp_day_entry_get_title (StpDayEntry *self)
{
  g_return_val_if_fail (STP_IS_DAY_ENTRY (self), NULL);

  return self->title;
}

/**
 * stp_day_entry_get_subtitle:
 *
 * Returns: (nullable): a time, or until when
 */
const char *
stp_day_entry_get_subtitle (StpDayEntry *self)
{
  g_return_val_if_fail (STP_IS_DAY_ENTRY (self), NULL);

  return self->subtitle;
}

/**
 * stp_day_entry_get_record:
 *
 * Returns: (transfer none) (nullable): the record that the line stands for
 */
gpointer
stp_day_entry_get_record (StpDayEntry *self)
{
  g_return_val_if_fail (STP_IS_DAY_ENTRY (self), NULL);

  return self->record;
}

/**
 * stp_day_entry_create_row:
 *
 * For gtk_list_box_bind_model().
 *
 * Returns: (transfer floating): a row that says what @entry says
 */
GtkWidget *
stp_day_entry_create_row (gpointer entry, gpointer unused)
{
  StpDayEntry *self = STP_DAY_ENTRY (entry);
  GtkWidget *row = adw_action_row_new ();

  /* Names are text. This comes before the texts, which are read as soon as they are set. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), self->subtitle ? self->subtitle : "");

  return row;
}
