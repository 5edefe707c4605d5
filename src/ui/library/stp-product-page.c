// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-product-page.h"

#include <glib/gi18n.h>

#include "library/stp-findings-group.h"
#include "library/stp-ingredient-marks.h"
#include "library/stp-keeping-group.h"
#include "library/stp-pauses-group.h"
#include "library/stp-product-dialog.h"
#include "library/stp-product-edits.h"
#include "library/stp-product-head.h"
#include "library/stp-reading-text.h"
#include "library/stp-routine-group.h"
#include "library/stp-uses-group.h"
#include "library/stp-word-card-group.h"
#include "rules/stp-tonight.h"
#include "rules/stp-what-if.h"
#include "rules/stp-words.h"
#include "shared/stp-log-use-dialog.h"
#include "shared/stp-photo-group.h"
#include "shared/stp-when.h"

struct _StpProductPage
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpProduct *product;     /* (owned) (nullable) */
  gboolean showing;        /* rows are being set from the product */

  AdwActionRow *last_evening;
  AdwActionRow *what_if;
  AdwButtonRow *archive_row;
  AdwExpanderRow *list_row;
  AdwPreferencesGroup *keep_group;
  AdwPreferencesPage *scroller;
  AdwSwitchRow *prescribed;
  GtkTextView *text;
  GtkWidget *ahead;
  StpFindingsGroup *findings;
  StpKeepingGroup *keeping;
  StpPausesGroup *pauses;
  StpPhotoGroup *photo;
  StpProductHead *head;
  StpRoutineGroup *routine;
  StpUsesGroup *uses;
  StpWordCardGroup *card;
};

G_DEFINE_FINAL_TYPE (StpProductPage, stp_product_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
} StpProductPageProperty;

static GParamSpec *properties[PROP_TITLE + 1];

static StpDiary *
get_diary (StpProductPage *self)
{
  return stp_workspace_get_diary (self->workspace);
}

/* To allow it would open the row as well, which is the user's to do. */
static void
show_expandable (AdwExpanderRow *row, gboolean expandable)
{
  if (adw_expander_row_get_enable_expansion (row) == expandable)
    return;
  adw_expander_row_set_enable_expansion (row, expandable);
  adw_expander_row_set_expanded (row, FALSE);
}

static void
show_list (StpProductPage *self, StpClassification *classification)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const char *list = self->product->ingredients;
  g_autofree char *summary = stp_reading_text_summarise (classification);
  g_autofree char *unrecognised = stp_reading_text_list_unrecognised (classification);

  adw_expander_row_set_subtitle (self->list_row, unrecognised ? unrecognised : summary);
  show_expandable (self->list_row, list != NULL);
  gtk_text_buffer_set_text (buffer, list ? list : "", -1);
  stp_ingredient_marks_apply (buffer, classification);
}

static void
show_keeping (StpProductPage *self)
{
  const gboolean named = stp_diary_is_named (get_diary (self), self->product);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->archive_row),
                                 self->product->archived ? _ ("Put _Back on the Shelf")
                                                         : _ ("_Archive"));
  adw_preferences_group_set_description (
    self->keep_group,
    named ? _ ("The diary names this product, so it can be archived but not deleted.") : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "product.delete", !named);
}

static void
show_last_evening (StpProductPage *self)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  const gint64 at = stp_tonight_find_last_evening (stp_workspace_get_timeline (self->workspace),
                                                   stp_record_get_id (self->product));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->last_evening), at != STP_TIME_UNSET);
  if (at == STP_TIME_UNSET)
    return;

  text = stp_when_begin (
    stp_words_moment (at, stp_clock_get_now (clock), stp_clock_get_zone (clock)));
  adw_action_row_set_subtitle (self->last_evening, text);
}

static void
show_product (StpProductPage *self)
{
  const char *id = stp_record_get_id (self->product);
  StpClassification *classification = stp_timeline_get_classification (
    stp_workspace_get_timeline (self->workspace), id);

  stp_product_head_show (self->head, self->workspace, self->product);
  stp_photo_group_show (self->photo, id, self->product->photo);
  show_keeping (self);
  stp_pauses_group_show (self->pauses, self->workspace, self->product);
  /* Nothing is foretold of what is not in use. */
  gtk_widget_set_visible (GTK_WIDGET (self->pauses), !self->product->archived);
  gtk_widget_set_visible (self->ahead, !self->product->archived);
  show_last_evening (self);
  adw_action_row_set_subtitle (self->what_if, _ ("Shows what would move. Nothing is saved."));
  stp_word_card_group_show (self->card, self->workspace, self->product);
  stp_keeping_group_show (self->keeping, self->workspace, self->product);
  stp_routine_group_show (self->routine, self->workspace, self->product);
  stp_uses_group_show (self->uses, self->workspace, id);
  gtk_widget_set_visible (GTK_WIDGET (self->findings),
                          classification && stp_classification_get_n_findings (classification) > 0);
  if (classification)
    {
      stp_findings_group_show (self->findings, self->workspace, classification);
      show_list (self, classification);
    }

  self->showing = TRUE;
  adw_switch_row_set_active (self->prescribed, self->product->prescribed);
  self->showing = FALSE;
}

static void
refresh_cb (StpProductPage *self, const StpTouched *touched)
{
  StpProduct *product;

  if (!self->product || !stp_touched_has_product (touched, stp_record_get_id (self->product)))
    return;

  product = stp_diary_lookup (get_diary (self), STP_RECORD_PRODUCT,
                              stp_record_get_id (self->product));
  g_set_object (&self->product, product);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (product)
    show_product (self);
}

static void
prescribed_cb (StpProductPage *self)
{
  g_autoptr (StpProduct) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || !self->product)
    return;

  draft = stp_record_copy (self->product);
  draft->prescribed = adw_switch_row_get_active (self->prescribed);
  if (!stp_diary_put (get_diary (self), draft, &error))
    stp_workspace_report (self->workspace, error);
}

static void
log_use (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductPage *self = STP_PRODUCT_PAGE (widget);

  adw_dialog_present (stp_log_use_dialog_new (self->workspace, stp_record_get_id (self->product)),
                      widget);
}

static void
show_what_if (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductPage *self = STP_PRODUCT_PAGE (widget);
  StpTimeline *timeline = stp_workspace_get_timeline (self->workspace);
  const guint day = stp_tonight_get_day (timeline);
  g_autoptr (StpTonight) tonight = stp_tonight_new (timeline, day);
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (self->workspace));
  g_autoptr (StpWhatIf) what_if = stp_what_if_used (timeline, stp_record_get_id (self->product),
                                         MAX (now, tonight->at));
  g_autofree char *text = NULL;

  g_ptr_array_add (what_if->lines, NULL);
  text = g_strjoinv ("\n", (char **) what_if->lines->pdata);
  adw_action_row_set_subtitle (self->what_if, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
duplicate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductPage *self = STP_PRODUCT_PAGE (widget);

  stp_product_edits_duplicate (self->workspace, self->product);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductPage *self = STP_PRODUCT_PAGE (widget);

  adw_dialog_present (ADW_DIALOG (stp_product_dialog_new (self->workspace, self->product)), widget);
}

static void
archive (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductPage *self = STP_PRODUCT_PAGE (widget);

  stp_product_edits_toggle_archived (self->workspace, self->product);
}

static void delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductPage *self = STP_PRODUCT_PAGE (widget);

  stp_product_edits_delete (self->workspace, self->product);
}

static void
photo_taken_cb (StpProductPage *self, const char *reference)
{
  if (self->product)
    stp_product_edits_set_photo (self->workspace, self->product, reference);
}

static void
photo_removed_cb (StpProductPage *self)
{
  stp_product_edits_set_photo (self->workspace, self->product, NULL);
}

/* Wherever on the page: what edits text takes the key first. */
static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stp_photo_group_paste (STP_PRODUCT_PAGE (widget)->photo);
}

static void
stp_product_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpProductPage *self = STP_PRODUCT_PAGE (object);

  switch ((StpProductPageProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->product ? self->product->name : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_product_page_dispose (GObject *object)
{
  StpProductPage *self = STP_PRODUCT_PAGE (object);

  g_clear_object (&self->product);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_product_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-product-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, ahead);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, archive_row);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, card);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, findings);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, head);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, keep_group);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, keeping);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, last_evening);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, list_row);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, pauses);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, photo);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, prescribed);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, routine);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, text);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, uses);
  gtk_widget_class_bind_template_child (widget_class, StpProductPage, what_if);
  gtk_widget_class_bind_template_callback (widget_class, photo_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, photo_taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, prescribed_cb);
}

static void
stp_product_page_class_init (StpProductPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = stp_product_page_get_property;
  object_class->dispose = stp_product_page_dispose;

  properties[PROP_TITLE] = g_param_spec_string (
    "title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (STP_TYPE_FINDINGS_GROUP);
  g_type_ensure (STP_TYPE_KEEPING_GROUP);
  g_type_ensure (STP_TYPE_PAUSES_GROUP);
  g_type_ensure (STP_TYPE_PHOTO_GROUP);
  g_type_ensure (STP_TYPE_PRODUCT_HEAD);
  g_type_ensure (STP_TYPE_ROUTINE_GROUP);
  g_type_ensure (STP_TYPE_USES_GROUP);
  g_type_ensure (STP_TYPE_WORD_CARD_GROUP);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "product.archive", NULL, archive);
  gtk_widget_class_install_action (widget_class, "product.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "product.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "product.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "product.log-use", NULL, log_use);
  gtk_widget_class_install_action (widget_class, "product.paste-photo", NULL, paste);
  gtk_widget_class_install_action (widget_class, "product.what-if", NULL, show_what_if);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "product.paste-photo", NULL);
}

static void
stp_product_page_init (StpProductPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_product_page_set_workspace:
 * @workspace: whose products; to be called once
 */
void
stp_product_page_set_workspace (StpProductPage *self, StpWorkspace *workspace)
{
  g_return_if_fail (STP_IS_PRODUCT_PAGE (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  stp_photo_group_set_workspace (self->photo, workspace);
  g_signal_connect_object (stp_workspace_get_timeline (workspace), "changed",
                           G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_same_product (StpProductPage *self, const char *id)
{
  return self->product && g_strcmp0 (stp_record_get_id (self->product), id) == 0;
}

/**
 * stp_product_page_set_product:
 * @id: (nullable): id of the product to show
 */
void
stp_product_page_set_product (StpProductPage *self, const char *id)
{
  StpProduct *product;

  g_return_if_fail (STP_IS_PRODUCT_PAGE (self));

  product = id ? stp_diary_lookup (get_diary (self), STP_RECORD_PRODUCT, id) : NULL;
  if (!is_same_product (self, id))
    adw_preferences_page_scroll_to_top (self->scroller);
  if (!g_set_object (&self->product, product))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (product)
    show_product (self);
}

/**
 * stp_product_page_take_photo:
 * @file: a picture of the product that is shown
 */
void
stp_product_page_take_photo (StpProductPage *self, GFile *file)
{
  g_autoptr (GIcon) source = g_file_icon_new (file);

  g_return_if_fail (STP_IS_PRODUCT_PAGE (self));

  stp_photo_group_take (self->photo, G_LOADABLE_ICON (source));
}
