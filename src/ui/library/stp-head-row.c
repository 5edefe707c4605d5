// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-head-row.h"

#include <glib/gi18n.h>

#include "rules/stp-head-ledger.h"
#include "shared/stp-day-row.h"
#include "shared/stp-names.h"
#include "shared/stp-when.h"

/* Dates on packs lie this far off at most. */
#define YEARS_DAYS 3650

struct _StpHeadRow
{
  AdwExpanderRow parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpHead *head;           /* (owned) (nullable) */
  gboolean showing;        /* rows are being set from the head */
  char *shown_lot;         /* (nullable): what the head said last */

  AdwEntryRow *lot;
  AdwSpinRow *expires_day;
  AdwSpinRow *uses_before;
  AdwSwitchRow *dropped;
  AdwSwitchRow *expires;
  AdwSwitchRow *shared;
  GtkWidget *delete;
  GtkWidget *kept;
  GtkWidget *replace;
};

G_DEFINE_FINAL_TYPE (StpHeadRow, stp_head_row, ADW_TYPE_EXPANDER_ROW)

static StpDiary *
get_diary (StpHeadRow *self)
{
  return stp_workspace_get_diary (self->workspace);
}

static guint
get_today (StpHeadRow *self)
{
  return stp_clock_get_today (stp_workspace_get_clock (self->workspace));
}

static void
write_rows (StpHeadRow *self, StpHead *draft)
{
  const char *lot = gtk_editable_get_text (GTK_EDITABLE (self->lot));
  const int uses = (int) adw_spin_row_get_value (self->uses_before);

  g_set_str (&draft->lot, *lot ? lot : NULL);
  draft->uses_before = uses > 0 ? uses : STP_UNSET;
  draft->expires = adw_switch_row_get_active (self->expires) ? stp_day_row_get (self->expires_day)
                                                             : STP_DAY_UNSET;
  draft->dropped = adw_switch_row_get_active (self->dropped);
  draft->shared = adw_switch_row_get_active (self->shared);
}

static void
changed_cb (StpHeadRow *self)
{
  g_autoptr (StpHead) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || !self->head)
    return;

  draft = stp_record_copy (self->head);
  write_rows (self, draft);
  if (!stp_diary_put (get_diary (self), draft, &error))
    stp_workspace_report (self->workspace, error);
}

/* What wore out stays in the diary: sessions refer to it. */
static gboolean
replace (StpHeadRow *self, GError **error)
{
  g_autoptr (StpHead) old = stp_record_copy (self->head);
  g_autoptr (StpHead) head = stp_record_new (STP_RECORD_HEAD);

  old->retired = get_today (self);
  g_set_str (&head->device, old->device);
  head->needle_um = old->needle_um;
  head->since = old->retired;

  stp_diary_begin_edit (get_diary (self), _ ("New Head"));
  if (!stp_diary_put (get_diary (self), old, error) ||
      !stp_diary_put (get_diary (self), head, error))
    {
      stp_diary_cancel_edit (get_diary (self));
      return FALSE;
    }
  stp_diary_end_edit (get_diary (self));
  return TRUE;
}

static void
replace_cb (StpHeadRow *self)
{
  g_autoptr (StpWorkspace) workspace = g_object_ref (self->workspace);
  g_autoptr (GError) error = NULL;

  if (replace (self, &error))
    stp_workspace_toast_undo (workspace, _ ("Head replaced"));
  else
    stp_workspace_report (workspace, error);
}

static void
delete_cb (StpHeadRow *self)
{
  /* The row goes with the head. */
  g_autoptr (StpWorkspace) workspace = g_object_ref (self->workspace);
  g_autoptr (StpHead) head = g_object_ref (self->head);
  g_autoptr (GError) error = NULL;

  if (stp_diary_delete (stp_workspace_get_diary (workspace), head, &error))
    stp_workspace_toast_undo (workspace, _ ("Head deleted"));
  else
    stp_workspace_report (workspace, error);
}

static void
stp_head_row_dispose (GObject *object)
{
  StpHeadRow *self = STP_HEAD_ROW (object);

  g_clear_object (&self->head);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->shown_lot, g_free);

  G_OBJECT_CLASS (stp_head_row_parent_class)->dispose (object);
}

static void
stp_head_row_class_init (StpHeadRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_head_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-head-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, delete);
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, dropped);
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, expires);
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, expires_day);
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, kept);
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, lot);
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, replace);
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, shared);
  gtk_widget_class_bind_template_child (widget_class, StpHeadRow, uses_before);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
}

static void
stp_head_row_init (StpHeadRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_head_row_new:
 * @workspace: whose diary is edited
 *
 * Returns: (transfer floating): a row to show a head in
 */
GtkWidget *
stp_head_row_new (StpWorkspace *workspace)
{
  StpHeadRow *self = g_object_new (STP_TYPE_HEAD_ROW, NULL);
  guint today;

  self->workspace = g_object_ref (workspace);
  today = get_today (self);
  stp_day_row_setup (self->expires_day, today - YEARS_DAYS, today + YEARS_DAYS);
  return GTK_WIDGET (self);
}

static char *
describe (StpHeadRow *self)
{
  const StpHeadLedger ledger = stp_head_ledger_get (stp_workspace_get_timeline (self->workspace),
                                                    self->head);
  g_autofree char *day = NULL;

  if (self->head->retired == STP_DAY_UNSET)
    return stp_head_ledger_dup_text (&ledger);
  day = stp_when_format_day (self->head->retired);
  /* Translators: of a head of needles; %s is a day, as in "Friday 20 November" */
  return g_strdup_printf (_ ("Replaced on %s"), day);
}

static void
show_rows (StpHeadRow *self)
{
  const StpHead *head = self->head;
  const gboolean expires = head->expires != STP_DAY_UNSET;

  /* What is being typed stays, unless the head has another one now. */
  if (g_set_str (&self->shown_lot, head->lot ? head->lot : "") &&
      !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->lot)), self->shown_lot))
    gtk_editable_set_text (GTK_EDITABLE (self->lot), self->shown_lot);
  adw_spin_row_set_value (self->uses_before, MAX (head->uses_before, 0));
  stp_day_row_set (self->expires_day, expires ? head->expires : get_today (self));
  adw_switch_row_set_active (self->expires, expires);
  adw_switch_row_set_active (self->dropped, head->dropped == TRUE);
  adw_switch_row_set_active (self->shared, head->shared == TRUE);
}

/**
 * stp_head_row_show:
 * @head: a head of the diary, as it is now
 */
void
stp_head_row_show (StpHeadRow *self, StpHead *head)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  gboolean named;

  g_return_if_fail (STP_IS_HEAD_ROW (self));
  g_return_if_fail (STP_IS_HEAD (head));

  g_set_object (&self->head, head);
  named = stp_diary_is_named (get_diary (self), head);
  title = stp_names_format_length (head->needle_um);
  text = describe (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);

  self->showing = TRUE;
  show_rows (self);
  self->showing = FALSE;
  gtk_widget_set_visible (self->replace, head->retired == STP_DAY_UNSET);
  gtk_widget_set_visible (self->delete, !named);
  gtk_widget_set_visible (self->kept, named);
}
