// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-product-dialog.h"

#include <glib/gi18n.h>

#include "library/stp-product-form.h"
#include "library/stp-product-review.h"

struct _StpProductDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpProduct *product;     /* (owned) (nullable): what is edited */

  AdwNavigationView *navigation_view;
  StpProductForm *form;
  StpProductReview *review;
};

G_DEFINE_FINAL_TYPE (StpProductDialog, stp_product_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
complete_cb (StpProductDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "product.review",
                                 stp_product_form_get_complete (self->form));
}

static void
show_review (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductDialog *self = STP_PRODUCT_DIALOG (widget);

  stp_product_review_show (self->review, self->workspace, stp_product_form_get_text (self->form),
                           stp_product_form_get_classification (self->form));
  adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (self->review));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductDialog *self = STP_PRODUCT_DIALOG (widget);
  g_autoptr (StpProduct) draft = self->product ? stp_record_copy (self->product)
                                    : stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GError) error = NULL;

  stp_product_form_write (self->form, draft);
  if (!stp_diary_put (stp_workspace_get_diary (self->workspace), draft, &error))
    {
      stp_workspace_report (self->workspace, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, stp_record_get_id (draft));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
discard_cb (StpProductDialog *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (StpProductDialog *self)
{
  AdwDialog *dialog;
  AdwAlertDialog *alert;

  if (!stp_product_form_get_touched (self->form))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  dialog = adw_alert_dialog_new (_ ("Discard What You Entered?"), NULL);
  alert = ADW_ALERT_DIALOG (dialog);
  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep Editing"), "discard", _ ("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (alert, "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  close_attempt_cb (STP_PRODUCT_DIALOG (widget));
}

static void
stp_product_dialog_dispose (GObject *object)
{
  StpProductDialog *self = STP_PRODUCT_DIALOG (object);

  g_clear_object (&self->product);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_product_dialog_parent_class)->dispose (object);
}

static void
stp_product_dialog_class_init (StpProductDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_product_dialog_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", STP_TYPE_PRODUCT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (STP_TYPE_PRODUCT_FORM);
  g_type_ensure (STP_TYPE_PRODUCT_REVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-product-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpProductDialog, form);
  gtk_widget_class_bind_template_child (widget_class, StpProductDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, StpProductDialog, review);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, complete_cb);

  gtk_widget_class_install_action (widget_class, "product.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "product.review", NULL, show_review);
  gtk_widget_class_install_action (widget_class, "product.save", NULL, save);
}

static void
stp_product_dialog_init (StpProductDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_product_dialog_new:
 * @workspace: whose shelf
 * @product: (nullable): what to edit; %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
StpProductDialog *
stp_product_dialog_new (StpWorkspace *workspace, StpProduct *product)
{
  StpProductDialog *self;
  const char *title = product ? _ ("Edit Product") : _ ("Add Product");

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STP_TYPE_PRODUCT_DIALOG, "title", title, NULL);
  self->workspace = g_object_ref (workspace);
  g_set_object (&self->product, product);
  if (product)
    stp_product_form_read (self->form, product);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self->form), title);
  g_object_set (self->review, "save-label", product ? _ ("_Save") : _ ("_Add to Shelf"), NULL);
  complete_cb (self);

  /* By itself it would be Cancel, and the first space typed would press that. */
  adw_dialog_set_focus (ADW_DIALOG (self), stp_product_form_get_first (self->form));

  return self;
}
