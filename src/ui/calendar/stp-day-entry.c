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
  G_OBJECT_CLASS (klass)->finalize = stp_day_entry_finalize;
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
