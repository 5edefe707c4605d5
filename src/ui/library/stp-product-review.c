// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-product-review.h"

#include "library/stp-findings-group.h"
#include "library/stp-reading-text.h"
#include "library/stp-tokens-group.h"

struct _StpProductReview
{
  AdwNavigationPage parent_instance;

  char *save_label;

  AdwPreferencesGroup *list_group;
  GtkLabel *summary;
  GtkTextView *text;
  StpFindingsGroup *findings;
  StpTokensGroup *tokens;
};

G_DEFINE_FINAL_TYPE (StpProductReview, stp_product_review, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_SAVE_LABEL = 1,
} StpProductReviewProperty;

static GParamSpec *properties[PROP_SAVE_LABEL + 1];

enum
{
  SIGNAL_CORRECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
corrected_cb (StpProductReview *self)
{
  g_signal_emit (self, signals[SIGNAL_CORRECTED], 0);
}

static void
stp_product_review_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpProductReview *self = STP_PRODUCT_REVIEW (object);

  switch ((StpProductReviewProperty) id)
    {
    case PROP_SAVE_LABEL:
      g_value_set_string (value, self->save_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_product_review_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StpProductReview *self = STP_PRODUCT_REVIEW (object);

  switch ((StpProductReviewProperty) id)
    {
    case PROP_SAVE_LABEL:
      if (g_set_str (&self->save_label, g_value_get_string (value)))
        g_object_notify_by_pspec (object, properties[PROP_SAVE_LABEL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_product_review_dispose (GObject *object)
{
  StpProductReview *self = STP_PRODUCT_REVIEW (object);

  g_clear_pointer (&self->save_label, g_free);

  G_OBJECT_CLASS (stp_product_review_parent_class)->dispose (object);
}

static void
stp_product_review_class_init (StpProductReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = stp_product_review_get_property;
  object_class->set_property = stp_product_review_set_property;
  object_class->dispose = stp_product_review_dispose;

  properties[PROP_SAVE_LABEL] = g_param_spec_string ("save-label", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CORRECTED] = g_signal_new ("corrected", STP_TYPE_PRODUCT_REVIEW, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STP_TYPE_FINDINGS_GROUP);
  g_type_ensure (STP_TYPE_TOKENS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-product-review.ui");
  gtk_widget_class_bind_template_child (widget_class, StpProductReview, findings);
  gtk_widget_class_bind_template_child (widget_class, StpProductReview, list_group);
  gtk_widget_class_bind_template_child (widget_class, StpProductReview, summary);
  gtk_widget_class_bind_template_child (widget_class, StpProductReview, text);
  gtk_widget_class_bind_template_child (widget_class, StpProductReview, tokens);
  gtk_widget_class_bind_template_callback (widget_class, corrected_cb);
}

static void
stp_product_review_init (StpProductReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_product_review_update:
 * @workspace: whose profile makes rules longer
 * @classification: what was read of the list
 *
 * Says what is found now. The rows in which it is corrected stay as they are, and so does the
 * focus.
 */
void
stp_product_review_update (StpProductReview *self,
                           StpWorkspace *workspace,
                           StpClassification *classification)
{
  g_autofree char *summary = stp_reading_text_summarise (classification);

  g_return_if_fail (STP_IS_PRODUCT_REVIEW (self));

  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->findings),
                          stp_classification_get_n_findings (classification) > 0);
  stp_findings_group_show (self->findings, workspace, classification);
}

/**
 * stp_product_review_show:
 * @workspace: whose profile makes rules longer
 * @text: the list with its marks
 * @draft: a draft; what the user says of its words is written to it
 * @classification: what was read of it
 */
void
stp_product_review_show (StpProductReview *self,
                         StpWorkspace *workspace,
                         GtkTextBuffer *text,
                         StpProduct *draft,
                         StpClassification *classification)
{
  const guint today = stp_clock_get_today (stp_workspace_get_clock (workspace));

  g_return_if_fail (STP_IS_PRODUCT_REVIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->list_group), gtk_text_buffer_get_char_count (text) > 0);
  gtk_text_view_set_buffer (self->text, text);
  stp_tokens_group_show (self->tokens, draft, classification, today);
  stp_product_review_update (self, workspace, classification);
}
