// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-keeping-group.h"

#include <math.h>

#include "rules/stp-shelf-life.h"
#include "shared/stp-day-row.h"
#include "shared/stp-when.h"

/* What was opened longer ago, or is good for longer, is a slip. */
#define YEARS_DAYS (20 * 366)

#define PERMILLE_PER_PERCENT 10

struct _StpKeepingGroup
{
  AdwPreferencesGroup parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */
  StpProduct *product;     /* (owned) (nullable) */
  gboolean showing;        /* rows are being set from the product */

  AdwExpanderRow *expires, *opened;
  AdwSpinRow *expires_day, *opened_day, *pao, *strength;
};

G_DEFINE_FINAL_TYPE (StpKeepingGroup, stp_keeping_group, ADW_TYPE_PREFERENCES_GROUP)

static void
write_rows (StpKeepingGroup *self, StpProduct *draft)
{
  const int months = (int) adw_spin_row_get_value (self->pao);
  const int permille = (int) lround (adw_spin_row_get_value (self->strength) *
                                     PERMILLE_PER_PERCENT);
  const gboolean opened = adw_expander_row_get_enable_expansion (self->opened);
  const gboolean expires = adw_expander_row_get_enable_expansion (self->expires);

  draft->opened = opened ? stp_day_row_get (self->opened_day) : STP_DAY_UNSET;
  draft->expires = expires ? stp_day_row_get (self->expires_day) : STP_DAY_UNSET;
  draft->pao_months = months > 0 ? months : STP_UNSET;
  draft->strength_permille = permille > 0 ? permille : STP_UNSET;
}

static void
changed_cb (StpKeepingGroup *self)
{
  g_autoptr (StpProduct) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || !self->product)
    return;

  draft = stp_record_copy (self->product);
  write_rows (self, draft);
  if (!stp_diary_put (stp_workspace_get_diary (self->workspace), draft, &error))
    stp_workspace_report (self->workspace, error);
}

static void
stp_keeping_group_dispose (GObject *object)
{
  StpKeepingGroup *self = STP_KEEPING_GROUP (object);

  g_clear_object (&self->product);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_keeping_group_parent_class)->dispose (object);
}

static void
stp_keeping_group_class_init (StpKeepingGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_keeping_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-keeping-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StpKeepingGroup, expires);
  gtk_widget_class_bind_template_child (widget_class, StpKeepingGroup, expires_day);
  gtk_widget_class_bind_template_child (widget_class, StpKeepingGroup, opened);
  gtk_widget_class_bind_template_child (widget_class, StpKeepingGroup, opened_day);
  gtk_widget_class_bind_template_child (widget_class, StpKeepingGroup, pao);
  gtk_widget_class_bind_template_child (widget_class, StpKeepingGroup, strength);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
stp_keeping_group_init (StpKeepingGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_life (StpKeepingGroup *self, guint today)
{
  char *life = stp_shelf_life_dup_text (self->product, today);
  g_autofree char *text = life ? stp_when_begin (life) : NULL;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
}

/* The day stands in the row, whether it is open or not. */
static void
show_day (AdwExpanderRow *row, AdwSpinRow *day_row, guint day, guint otherwise)
{
  const gboolean known = day != STP_DAY_UNSET;
  g_autofree char *text = known ? stp_when_begin (stp_when_format_day (day)) : NULL;

  stp_day_row_set (day_row, known ? day : otherwise);
  adw_expander_row_set_enable_expansion (row, known);
  adw_expander_row_set_subtitle (row, text ? text : "");
}

static void
show_rows (StpKeepingGroup *self, guint today)
{
  StpProduct *product = self->product;

  show_day (self->opened, self->opened_day, product->opened, today);
  show_day (self->expires, self->expires_day, product->expires, today + 1);
  adw_spin_row_set_value (self->pao, MAX (product->pao_months, 0));
  adw_spin_row_set_value (self->strength,
                          MAX (product->strength_permille, 0) / (double) PERMILLE_PER_PERCENT);
}

/* A row that is switched on opens; of another product it is only shown. */
static void
fold (StpKeepingGroup *self)
{
  adw_expander_row_set_expanded (self->opened, FALSE);
  adw_expander_row_set_expanded (self->expires, FALSE);
}

/**
 * stp_keeping_group_show:
 * @workspace: whose diary is edited
 * @product: what to show
 */
void
stp_keeping_group_show (StpKeepingGroup *self, StpWorkspace *workspace, StpProduct *product)
{
  const guint today = stp_clock_get_today (stp_workspace_get_clock (workspace));
  gboolean same;

  g_return_if_fail (STP_IS_KEEPING_GROUP (self));

  self->showing = TRUE;
  if (!self->workspace)
    {
      stp_day_row_setup (self->opened_day, today - YEARS_DAYS, today);
      stp_day_row_setup (self->expires_day, today - YEARS_DAYS, today + YEARS_DAYS);
    }
  same = self->product &&
         g_strcmp0 (stp_record_get_id (self->product), stp_record_get_id (product)) == 0;
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->product, product);
  show_rows (self, today);
  if (!same)
    fold (self);
  show_life (self, today);
  self->showing = FALSE;
}
