// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-routine-group.h"

#include "rules/stp-tonight.h"

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
  AdwSpinRow *every;
  AdwSwitchRow *evenings;
  AdwSwitchRow *except;
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

static guint
get_today (StpRoutineGroup *self)
{
  return stp_tonight_get_day (stp_workspace_get_timeline (self->workspace));
}

static gboolean
find_exception (const StpRoutine *routine, guint day, guint *index)
{
  for (guint i = 0; routine && routine->except && i < routine->except->len; i++)
    if (g_array_index (routine->except, guint, i) == day)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static void
write_exception (StpRoutine *routine, guint day, gboolean except)
{
  guint index = 0;
  const gboolean excepted = find_exception (routine, day, &index);

  if (except && !excepted)
    {
      if (!routine->except)
        routine->except = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (routine->except, day);
    }
  else if (!except && excepted)
    {
      g_array_remove_index (routine->except, index);
    }
}

/* Days are counted from the day on which that was chosen. */
static void
write_rhythm (StpRoutineGroup *self, StpRoutine *routine, guint64 days)
{
  const int every = (int) adw_spin_row_get_value (self->every);

  if (every > 0 && routine->every <= 0)
    routine->from = get_today (self);
  if (every == 0)
    routine->from = STP_DAY_UNSET;
  routine->every = every > 0 ? every : STP_UNSET;
  routine->days = every > 0 ? 0 : days;
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
  write_rhythm (self, draft->routine, days);
  write_exception (draft->routine, get_today (self), adw_switch_row_get_active (self->except));
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

      gtk_widget_add_css_class (button, "stp-chip");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      name, -1);
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
  gtk_widget_class_bind_template_child (widget_class, StpRoutineGroup, every);
  gtk_widget_class_bind_template_child (widget_class, StpRoutineGroup, except);
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
  guint index = 0;

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
  adw_spin_row_set_value (self->every, routine ? MAX (routine->every, 0) : 0);
  adw_switch_row_set_active (self->except, find_exception (routine, get_today (self), &index));
  gtk_widget_set_visible (GTK_WIDGET (self->every), routine != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->except), routine != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row), routine && routine->every <= 0);
  self->showing = FALSE;
}
