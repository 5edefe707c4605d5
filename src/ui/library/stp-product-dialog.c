// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-product-dialog.h"

#include <glib/gi18n.h>

#include "exchange/stp-product-import.h"
#include "library/stp-product-form.h"
#include "library/stp-product-review.h"
#include "shared/stp-dialog-focus.h"

/* How much typing a crash may cost. */
#define KEEP_AFTER_MS 400

struct _StpProductDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpProduct *product;     /* (owned) (nullable): what is edited */
  guint keep_source;       /* writes the draft beside the diary */

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

static StpStore *
get_store (StpProductDialog *self)
{
  return stp_workspace_get_store (self->workspace);
}

static void
keep_draft_cb (gpointer user_data)
{
  StpProductDialog *self = user_data;

  self->keep_source = 0;
  stp_store_keep_draft (get_store (self), stp_product_form_get_draft (self->form));
}

/* The disk is asked when the typing pauses, not at each letter. */
static void
read_cb (StpProductDialog *self)
{
  if (!stp_product_form_get_touched (self->form) || self->keep_source || !get_store (self))
    return;

  self->keep_source = g_timeout_add_once (KEEP_AFTER_MS, keep_draft_cb, self);
}

/* Only its own: another one, which is kept for later, is not its to forget. */
static void
forget_draft (StpProductDialog *self)
{
  StpProduct *draft = stp_product_form_get_draft (self->form);
  StpProduct *kept = get_store (self) ? stp_store_get_draft (get_store (self)) : NULL;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (kept && g_strcmp0 (stp_record_get_id (kept), stp_record_get_id (draft)) == 0)
    stp_store_discard_draft (get_store (self));
}

static void
corrected_cb (StpProductDialog *self)
{
  stp_product_form_read_again (self->form);
  stp_product_review_update (self->review, self->workspace,
                             stp_product_form_get_classification (self->form));
}

static void
show_review (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductDialog *self = STP_PRODUCT_DIALOG (widget);

  stp_product_review_show (self->review, self->workspace, stp_product_form_get_text (self->form),
                           stp_product_form_get_draft (self->form),
                           stp_product_form_get_classification (self->form));
  adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (self->review));
}

static void
start_afresh (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductDialog *self = STP_PRODUCT_DIALOG (widget);
  g_autoptr (StpProduct) fresh = self->product ? g_object_ref (self->product)
                                    : stp_record_new (STP_RECORD_PRODUCT);

  forget_draft (self);
  stp_product_form_read (self->form, fresh);
  stp_product_form_set_restored (self->form, FALSE);
}

/* Only one of two dialogs is open at a time: what a file holds is reviewed instead. What was typed
 * until then is offered again when the user comes back without it. */
static void
open_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductDialog *self = STP_PRODUCT_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (get_store (self) && stp_product_form_get_touched (self->form))
    stp_store_keep_draft (get_store (self), stp_product_form_get_draft (self->form));
  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.task", "s", "library.open-file");
}

/* What was said of a word that the list no longer names does not count any more (E6). */
static void
drop_lost_corrections (StpProduct *draft)
{
  g_autofree char *ingredients = g_strstrip (
    g_strdup (draft->ingredients ? draft->ingredients : ""));
  g_autoptr (
    GPtrArray) lost = stp_product_import_change_list (draft, *ingredients ? ingredients : NULL);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductDialog *self = STP_PRODUCT_DIALOG (widget);
  g_autoptr (StpProduct) draft = stp_record_copy (stp_product_form_get_draft (self->form));
  g_autoptr (GError) error = NULL;

  drop_lost_corrections (draft);
  if (!stp_diary_put (stp_workspace_get_diary (self->workspace), draft, &error))
    {
      stp_workspace_report (self->workspace, error);
      return;
    }

  forget_draft (self);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, stp_record_get_id (draft));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
discard_cb (StpProductDialog *self, const char *response)
{
  if (!g_str_equal (response, "discard"))
    return;

  forget_draft (self);
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

  g_clear_handle_id (&self->keep_source, g_source_remove);
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
  gtk_widget_class_bind_template_callback (widget_class, corrected_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);

  gtk_widget_class_install_action (widget_class, "product.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "product.review", NULL, show_review);
  gtk_widget_class_install_action (widget_class, "product.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "product.open-file", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "product.start-afresh", NULL, start_afresh);
}

static void
stp_product_dialog_init (StpProductDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What was being entered when the program ended: of a new product, or of this one. */
static void
restore_draft (StpProductDialog *self)
{
  StpProduct *kept = get_store (self) ? stp_store_get_draft (get_store (self)) : NULL;
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  const char *id = kept ? stp_record_get_id (kept) : NULL;
  const gboolean edits = id && stp_diary_lookup (diary, STP_RECORD_PRODUCT, id) != NULL;

  if (!kept || edits != (self->product != NULL) ||
      (self->product && g_strcmp0 (id, stp_record_get_id (self->product)) != 0))
    return;

  stp_product_form_read (self->form, kept);
  stp_product_form_set_restored (self->form, TRUE);
}

static StpProductDialog *
make_dialog (StpWorkspace *workspace, StpProduct *product)
{
  StpProductDialog *self;
  const char *title = product ? _ ("Edit Product") : _ ("Add Product");

  self = g_object_new (STP_TYPE_PRODUCT_DIALOG, "title", title, NULL);
  self->workspace = g_object_ref (workspace);
  g_set_object (&self->product, product);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self->form), title);
  g_object_set (self->review, "save-label", product ? _ ("_Save") : _ ("_Add to Shelf"), NULL);

  return self;
}

/**
 * stp_product_dialog_new:
 * @workspace: whose shelf
 * @product: (nullable): what to edit; %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog, with what was being entered when the program ended
 */
StpProductDialog *
stp_product_dialog_new (StpWorkspace *workspace, StpProduct *product)
{
  StpProductDialog *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);

  self = make_dialog (workspace, product);
  /* By itself it would be Cancel, and the first space typed would press that. */
  adw_dialog_set_focus (ADW_DIALOG (self), stp_product_form_get_first (self->form));
  stp_dialog_focus_when_open (ADW_DIALOG (self));
  if (product)
    stp_product_form_read (self->form, product);
  restore_draft (self);
  complete_cb (self);

  return self;
}

static void
focus_review_cb (GtkWidget *review)
{
  gtk_widget_child_focus (review, GTK_DIR_TAB_FORWARD);
}

/**
 * stp_product_dialog_new_review:
 * @workspace: whose shelf
 * @product: (nullable): the product on the shelf that @draft brings up to date
 * @draft: what came from elsewhere
 *
 * Returns: (transfer floating): a new dialog that begins with the review of @draft
 */
StpProductDialog *
stp_product_dialog_new_review (StpWorkspace *workspace, StpProduct *product, StpProduct *draft)
{
  StpProductDialog *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);

  self = make_dialog (workspace, product);
  stp_product_form_read (self->form, draft);
  complete_cb (self);
  show_review (GTK_WIDGET (self), NULL, NULL);
  /* The form, which was never seen, would keep the focus and the Tab key with it. */
  g_signal_connect_object (self->review, "map", G_CALLBACK (focus_review_cb), self->review,
                           G_CONNECT_AFTER);

  return self;
}
