// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-offer-group.h"

#include <glib/gi18n.h>

#include "session/stp-session-text.h"

struct _StpOfferGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;   /* (element-type GtkWidget) */
  GPtrArray *checks; /* (element-type GtkCheckButton) */
  GPtrArray *ids;    /* (element-type utf8): their products */
  char *shown;       /* (nullable): what the rows were made of */
};

G_DEFINE_FINAL_TYPE (StpOfferGroup, stp_offer_group, ADW_TYPE_PREFERENCES_GROUP)

static void
stp_offer_group_finalize (GObject *object)
{
  StpOfferGroup *self = STP_OFFER_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (stp_offer_group_parent_class)->finalize (object);
}

static void
stp_offer_group_class_init (StpOfferGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_offer_group_finalize;
}

static void
stp_offer_group_init (StpOfferGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("From Your Shelf"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
create_check (StpOfferGroup *self, const StpOffer *offer)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->ids, g_strdup (offer->product));

  return check;
}

static GtkWidget *
create_mark (const StpOffer *offer)
{
  /* The words of the line say the same. */
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                  offer->allowed ? "object-select-symbolic"
                                                 : "action-unavailable-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, "dimmed");

  return icon;
}

static void
add_row (StpOfferGroup *self, const StpOffer *offer, const char *name, gboolean choose)
{
  GtkWidget *row = adw_action_row_new ();
  const gboolean checkable = choose && offer->allowed;
  GtkWidget *prefix = checkable ? create_check (self, offer) : create_mark (offer);

  /* Names of products are text, never markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               offer->allowed ? _ ("May be used for this step") : offer->text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
  if (checkable)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), prefix);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static char *
describe (GPtrArray *offers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < offers->len; i++)
    {
      const StpOffer *offer = offers->pdata[i];

      g_string_append_printf (text, "%s %s\n", offer->product, offer->text ?: "");
    }

  return g_string_free_and_steal (text);
}

static void
remove_rows (StpOfferGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->ids, 0);
}

/**
 * stp_offer_group_show:
 * @kind: the step
 *
 * Shows what could serve for that step. Rows are made anew only if something differs, so that
 * what is chosen stays so.
 */
void
stp_offer_group_show (StpOfferGroup *self, StpWorkspace *workspace, StpStepKind kind)
{
  g_autoptr (GPtrArray) offers = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (STP_IS_OFFER_GROUP (self));

  offers = stp_procedure_list_products (stp_workspace_get_procedure (workspace), kind);
  text = describe (offers);
  gtk_widget_set_visible (GTK_WIDGET (self), offers->len > 0);
  if (g_strcmp0 (text, self->shown) == 0)
    return;

  remove_rows (self);
  g_set_str (&self->shown, text);
  for (guint i = 0; i < offers->len; i++)
    {
      const StpOffer *offer = offers->pdata[i];
      g_autofree char *name = stp_session_text_dup_product (stp_workspace_get_diary (workspace),
                                                            offer->product);

      add_row (self, offer, name, kind == STP_STEP_CARE);
    }
}

/**
 * stp_offer_group_dup_chosen:
 *
 * Returns: (transfer full): ids of the products that were chosen
 */
char **
stp_offer_group_dup_chosen (StpOfferGroup *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (STP_IS_OFFER_GROUP (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (builder, self->ids->pdata[i]);

  return g_strv_builder_end (builder);
}
