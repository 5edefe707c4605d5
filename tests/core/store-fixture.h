// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/stp-store.h"

#define NOW (G_GINT64_CONSTANT (1800000000) * STP_SECOND)
#define ID "00000000-0000-4000-8000-000000000001"

/* A folder for a diary, and a clock that stands still. */
typedef struct
{
  char *base, *folder, *path;
  StpClock *clock;
} StoreFixture;

void store_set_up (StoreFixture *fixture, gconstpointer data);
void store_tear_down (StoreFixture *fixture, gconstpointer data);
void store_remove_tree (const char *path);

StpStore *store_new (StoreFixture *fixture);
StpStore *store_open (StoreFixture *fixture);
void store_settle (StpStore *store);
void store_close (StpStore *store);
void store_assert_load_fails (StoreFixture *fixture, StpStoreError code);
void store_add_product (StpStore *store, const char *name);
void store_flush_ok (StpStore *store);

void store_write_file (const char *path, const char *text);
void store_assert_contents (const char *path, const char *expected);
guint store_count_products (const char *path);
guint store_count_files (const char *folder);
int store_mode_of (const char *path);
