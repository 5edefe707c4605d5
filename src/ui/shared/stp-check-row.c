// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-check-row.h"

/* As wide as a check box and the space beside it. */
#define INDENT 30

struct _StpCheckRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
};

G_DEFINE_FINAL_TYPE (StpCheckRow, stp_check_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_state (StpCheckRow *self)
{
  const gboolean active = stp_check_row_get_active (self);

  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
    active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
on_toggled_cb (StpCheckRow *self)
{
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
stp_check_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, stp_check_row_get_active (STP_CHECK_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
stp_check_row_class_init (StpCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = stp_check_row_get_property;

  /**
   * StpCheckRow:active:
   *
   * Whether it is checked.
   */
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
stp_check_row_init (StpCheckRow *self)
{
  /* The row itself says what it is; twice would be one stop too many. */
  self->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-focus", FALSE, "valign",
                              GTK_ALIGN_CENTER, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
create (GtkAccessibleRole role, const char *title, const char *subtitle)
{
  StpCheckRow *self = g_object_new (STP_TYPE_CHECK_ROW, "accessible-role", role, "title", title,
                                    "subtitle", subtitle ? subtitle : "", NULL);

  update_state (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle ? subtitle : "",
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * stp_check_row_new:
 * @subtitle: (nullable): plainer words
 *
 * Returns: (transfer floating): a row that is a check box
 */
GtkWidget *
stp_check_row_new (const char *title, const char *subtitle)
{
  return create (GTK_ACCESSIBLE_ROLE_CHECKBOX, title, subtitle);
}

/**
 * stp_check_row_new_choice:
 * @first: (nullable): another row of the same choice
 *
 * Returns: (transfer floating): a row that is one of several, of which at most one is active
 */
GtkWidget *
stp_check_row_new_choice (const char *title, StpCheckRow *first)
{
  GtkWidget *row = create (GTK_ACCESSIBLE_ROLE_RADIO, title, NULL);

  if (first)
    gtk_check_button_set_group (STP_CHECK_ROW (row)->check, first->check);
  return row;
}

/**
 * stp_check_row_get_active:
 *
 * Returns: whether it is checked
 */
gboolean
stp_check_row_get_active (StpCheckRow *self)
{
  g_return_val_if_fail (STP_IS_CHECK_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

void
stp_check_row_set_active (StpCheckRow *self, gboolean active)
{
  g_return_if_fail (STP_IS_CHECK_ROW (self));

  gtk_check_button_set_active (self->check, active);
}

/**
 * stp_check_row_indent:
 *
 * Shows that it belongs to the row above.
 */
void
stp_check_row_indent (StpCheckRow *self)
{
  g_return_if_fail (STP_IS_CHECK_ROW (self));

  gtk_widget_set_margin_start (GTK_WIDGET (self->check), INDENT);
}
