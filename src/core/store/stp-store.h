// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"
#include "store/stp-codec.h"

G_BEGIN_DECLS

/**
 * StpStore:
 *
 * Keeps a diary in `diary.json` of a folder: locks it, loads it in a worker, and from then on
 * saves every change: one write in flight, one pending, each atomic and durable.
 *
 * Properties: `saving`, `slow` (saving takes long), `error-text` (nullable: why the last save
 * failed; what was on disk is still there). Signal `saved`.
 */
#define STP_TYPE_STORE (stp_store_get_type ())
G_DECLARE_FINAL_TYPE (StpStore, stp_store, STP, STORE, GObject)

/**
 * StpDeriveFunc:
 * @diary: that was just read; nobody else has it yet
 *
 * Makes of a diary what whoever loads it will need at once. Runs in the worker that read it.
 *
 * Returns: (transfer full): what was made
 */
typedef GObject *(*StpDeriveFunc) (StpDiary *diary);

StpStore *stp_store_new (GFile *folder, StpClock *clock);
GFile *stp_store_get_folder (StpStore *self);
StpDiary *stp_store_get_diary (StpStore *self);       /* NULL before it is loaded */
const char *stp_store_get_set_aside (StpStore *self); /* name an unreadable file was kept under */
guint stp_store_get_n_rescued (StpStore *self);
gboolean stp_store_get_gone (StpStore *self);
gboolean stp_store_get_restorable (StpStore *self);
const char *stp_store_get_read_only_text (StpStore *self);
const char *stp_store_get_error_text (StpStore *self);
gboolean stp_store_get_saving (StpStore *self);
gboolean stp_store_get_slow (StpStore *self);

void stp_store_set_must_exist (StpStore *self, gboolean must_exist);
void stp_store_set_derive (StpStore *self, StpDeriveFunc derive);
gpointer stp_store_steal_derived (StpStore *self);

void stp_store_load_async (StpStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
StpDiary *stp_store_load_finish (StpStore *self, GAsyncResult *result, GError **error);
gboolean stp_store_load (StpStore *self, GError **error);

void stp_store_flush_async (StpStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean stp_store_flush_finish (StpStore *self, GAsyncResult *result, GError **error);
gboolean stp_store_flush (StpStore *self, GError **error);
void stp_store_give_up (StpStore *self);

void stp_store_keep_async (StpStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean stp_store_keep_finish (StpStore *self, GAsyncResult *result, GError **error);

StpProduct *stp_store_get_draft (StpStore *self);
void stp_store_keep_draft (StpStore *self, StpProduct *draft);
void stp_store_discard_draft (StpStore *self);

void stp_store_close (StpStore *self);

G_END_DECLS
