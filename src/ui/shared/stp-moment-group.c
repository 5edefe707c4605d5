// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-moment-group.h"

#include <glib/gi18n.h>

#include "diary/stp-time.h"
#include "shared/stp-when.h"

#define MINUTES_A_DAY (24 * 60)
#define MINUTES_A_STEP 5
/* The years 1900 to 2200: a spin button wants bounds. */
#define DAY_MIN 693596
#define DAY_MAX 803170

struct _StpMomentGroup
{
  AdwPreferencesGroup parent_instance;

  AdwSpinRow *day_row, *time_row;
  GTimeZone *zone; /* (owned) */
  gint64 moment;
};

G_DEFINE_FINAL_TYPE (StpMomentGroup, stp_moment_group, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  PROP_MOMENT = 1,
} StpMomentGroupProperty;

static GParamSpec *properties[PROP_MOMENT + 1];

static gboolean
show_day_cb (StpMomentGroup *self)
{
  g_autofree char *text = stp_when_format_day ((guint) adw_spin_row_get_value (self->day_row));

  gtk_editable_set_text (GTK_EDITABLE (self->day_row), text);

  return TRUE;
}

static gboolean
show_time_cb (StpMomentGroup *self)
{
  g_autofree char *text = stp_clock_time_format ((int) adw_spin_row_get_value (self->time_row));

  gtk_editable_set_text (GTK_EDITABLE (self->time_row), text);

  return TRUE;
}

/* What the row shows is no date, since it has no year; what is typed may be. */
static int
read_day_cb (StpMomentGroup *self, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day_row));
  g_autofree char *shown = stp_when_format_day ((guint) adw_spin_row_get_value (self->day_row));
  guint day = 0;
  GDate date;

  *value = adw_spin_row_get_value (self->day_row);
  if (g_str_equal (text, shown))
    return TRUE;
  if (stp_day_parse (text, &day))
    {
      *value = day;
      return TRUE;
    }

  g_date_set_parse (&date, text);
  if (!g_date_valid (&date))
    return GTK_INPUT_ERROR;
  *value = g_date_get_julian (&date);

  return TRUE;
}

static int
read_time_cb (StpMomentGroup *self, double *value)
{
  int minutes = 0;

  if (!stp_clock_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->time_row)), &minutes))
    return GTK_INPUT_ERROR;
  *value = minutes;

  return TRUE;
}

static void
read_rows_cb (StpMomentGroup *self)
{
  const guint day = (guint) adw_spin_row_get_value (self->day_row);
  const int minutes = (int) adw_spin_row_get_value (self->time_row);
  const gint64 moment = stp_day_at (day, minutes, self->zone);

  if (self->moment == moment)
    return;

  self->moment = moment;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOMENT]);
}

static void
stp_moment_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpMomentGroup *self = STP_MOMENT_GROUP (object);

  switch ((StpMomentGroupProperty) id)
    {
    case PROP_MOMENT:
      g_value_set_int64 (value, self->moment);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_moment_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StpMomentGroup *self = STP_MOMENT_GROUP (object);

  switch ((StpMomentGroupProperty) id)
    {
    case PROP_MOMENT:
      stp_moment_group_set_moment (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_moment_group_finalize (GObject *object)
{
  StpMomentGroup *self = STP_MOMENT_GROUP (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (stp_moment_group_parent_class)->finalize (object);
}

static void
stp_moment_group_class_init (StpMomentGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stp_moment_group_get_property;
  object_class->set_property = stp_moment_group_set_property;
  object_class->finalize = stp_moment_group_finalize;

  properties[PROP_MOMENT] = g_param_spec_int64 ("moment", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

/* A spin row is of the role "presentation", and with it what it holds is kept from whoever listens
 * instead of looking. */
static AdwSpinRow *
add_row (StpMomentGroup *self, const char *title, GtkAdjustment *adjustment)
{
  AdwSpinRow *row = g_object_new (ADW_TYPE_SPIN_ROW, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_LIST_ITEM, "title", title, "use-underline",
                                  TRUE, "adjustment", adjustment, "snap-to-ticks", FALSE, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_signal_connect_object (row, "notify::value", G_CALLBACK (read_rows_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
stp_moment_group_init (StpMomentGroup *self)
{
  self->zone = g_time_zone_new_utc ();

  self->day_row = add_row (self, _ ("_Day"),
                           gtk_adjustment_new (DAY_MIN, DAY_MIN, DAY_MAX, 1, 7, 0));
  g_signal_connect_object (self->day_row, "input", G_CALLBACK (read_day_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_row, "output", G_CALLBACK (show_day_cb), self,
                           G_CONNECT_SWAPPED);

  self->time_row = add_row (self, _ ("_Time"),
                            gtk_adjustment_new (0, 0, MINUTES_A_DAY - 1, MINUTES_A_STEP, 60, 0));
  adw_spin_row_set_wrap (self->time_row, TRUE);
  g_signal_connect_object (self->time_row, "input", G_CALLBACK (read_time_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_row, "output", G_CALLBACK (show_time_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * stp_moment_group_set_zone:
 *
 * Says in which zone the rows are read; UTC before that.
 */
void
stp_moment_group_set_zone (StpMomentGroup *self, GTimeZone *zone)
{
  g_return_if_fail (STP_IS_MOMENT_GROUP (self));

  g_time_zone_ref (zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone;
}

/**
 * stp_moment_group_get_first:
 *
 * Returns: (transfer none): where a keyboard begins
 */
GtkWidget *
stp_moment_group_get_first (StpMomentGroup *self)
{
  g_return_val_if_fail (STP_IS_MOMENT_GROUP (self), NULL);

  return GTK_WIDGET (self->day_row);
}

gint64
stp_moment_group_get_moment (StpMomentGroup *self)
{
  g_return_val_if_fail (STP_IS_MOMENT_GROUP (self), 0);

  return self->moment;
}

/**
 * stp_moment_group_set_moment:
 * @moment: UTC microseconds; parts of a minute are dropped
 */
void
stp_moment_group_set_moment (StpMomentGroup *self, gint64 moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (moment);
  g_autoptr (GDateTime) local = NULL;

  g_return_if_fail (STP_IS_MOMENT_GROUP (self));

  local = g_date_time_to_timezone (utc, self->zone);
  g_object_freeze_notify (G_OBJECT (self));
  adw_spin_row_set_value (self->day_row, stp_day_of (moment, self->zone));
  adw_spin_row_set_value (self->time_row,
                          g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));
  g_object_thaw_notify (G_OBJECT (self));
}
