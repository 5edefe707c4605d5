// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-routine-group.h"

/* A Monday, to name the days of the week after. */
#define SOME_MONDAY 738158
#define N_DAYS 7
#define EVERY_DAY G_GUINT64_CONSTANT (0xfe)

struct _StpRoutineGroup
{
  AdwPreferencesGroup parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */
  StpProduct *product;     /* (owned) (nullable) */
  gboolean showing;        /* rows are being set from the product */

  AdwPreferencesRow *days_row;
  AdwSwitchRow *evenings;
  AdwSwitchRow *mornings;
  AdwWrapBox *days_box;
  GtkToggleButton *days[N_DAYS];
};

G_DEFINE_FINAL_TYPE (StpRoutineGroup, stp_routine_group, ADW_TYPE_PREFERENCES_GROUP)

static guint64
get_days (StpRoutineGroup *self)
{
  guint64 days = 0;

  for (guint i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (self->days[i]))
      days |= STP_BIT (i + 1);

  return days;
}

static guint64
get_parts (StpRoutineGroup *self)
{
  guint64 parts = 0;

  if (adw_switch_row_get_active (self->mornings))
    parts |= STP_BIT (STP_DAY_PART_MORNING);
  if (adw_switch_row_get_active (self->evenings))
    parts |= STP_BIT (STP_DAY_PART_EVENING);

  return parts;
}

static void
write_routine (StpRoutineGroup *self, StpProduct *draft)
{
  const guint64 parts = get_parts (self);
  const guint64 days = get_days (self);

  if (!parts || !days)
    {
      g_clear_pointer (&draft->routine, stp_routine_free);
      return;
    }

  if (!draft->routine)
    {
      draft->routine = stp_routine_new ();
      draft->routine->since = stp_clock_get_today (stp_workspace_get_clock (self->workspace));
    }
  draft->routine->when = parts;
  draft->routine->days = days;
}

static void
changed_cb (StpRoutineGroup *self)
{
  g_autoptr (StpProduct) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || !self->product)
    return;

  draft = stp_record_copy (self->product);
  write_routine (self, draft);
  if (!stp_diary_put (stp_workspace_get_diary (self->workspace), draft, &error))
    stp_workspace_report (self->workspace, error);
}

static char *
name_day (guint index, const char *format)
{
  GDate date;
  char name[64];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, SOME_MONDAY + index);
  g_date_strftime (name, sizeof name, format, &date);

  return g_strdup (name);
}

static void
add_days (StpRoutineGroup *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *label = name_day (i, "%a");
      g_autofree char *name = name_day (i, "%A");
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->days_box, button);
      self->days[i] = GTK_TOGGLE_BUTTON (button);
    }
}

static void
stp_routine_group_dispose (GObject *object)
{
  StpRoutineGroup *self = STP_ROUTINE_GROUP (object);

  g_clear_object (&self->product);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_routine_group_parent_class)->dispose (object);
}

static void
stp_routine_group_class_init (StpRoutineGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_routine_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-routine-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StpRoutineGroup, days_box);
  gtk_widget_class_bind_template_child (widget_class, StpRoutineGroup, days_row);
  gtk_widget_class_bind_template_child (widget_class, StpRoutineGroup, evenings);
  gtk_widget_class_bind_template_child (widget_class, StpRoutineGroup, mornings);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
stp_routine_group_init (StpRoutineGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_days (self);
}

/**
 * stp_routine_group_show:
 * @workspace: whose diary is edited
 * @product: whose routine
 */
void
stp_routine_group_show (StpRoutineGroup *self, StpWorkspace *workspace, StpProduct *product)
{
  const StpRoutine *routine;
  guint64 days;

  g_return_if_fail (STP_IS_ROUTINE_GROUP (self));
  g_return_if_fail (STP_IS_PRODUCT (product));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->product, product);
  routine = product->routine;
  days = routine && routine->days ? routine->days : EVERY_DAY;

  self->showing = TRUE;
  adw_switch_row_set_active (self->mornings,
                             routine && (routine->when & STP_BIT (STP_DAY_PART_MORNING)));
  adw_switch_row_set_active (self->evenings,
                             routine && (routine->when & STP_BIT (STP_DAY_PART_EVENING)));
  for (guint i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (self->days[i], (days & STP_BIT (i + 1)) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row), routine != NULL);
  self->showing = FALSE;
}
