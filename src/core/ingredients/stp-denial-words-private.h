// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The words that take back, by where they stand, for stp-denial.c alone. They are folded as the
 * texts are in which they are looked for: no capitals, no accents.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  gsize length;
} StpDenialWords;

#define WORDS(text) { text, sizeof (text) - 1 }

/* Words right before: `no retinol`, `beyond retinol`, `irritated by retinol`. */
static const StpDenialWords before[] = {
  WORDS ("no"),
  WORDS ("not"),
  WORDS ("non"),
  WORDS ("neither"),
  WORDS ("nor"),
  WORDS ("zero"),
  WORDS ("0%"),
  WORDS ("0 %"),
  WORDS ("like"),
  WORDS ("unlike"),
  WORDS ("than"),
  WORDS ("after"),
  WORDS ("before"),
  WORDS ("post"),
  WORDS ("pre"),
  WORDS ("anti"),
  WORDS ("beyond"),
  WORDS ("bye"),
  WORDS ("goodbye to"),
  WORDS ("versus"),
  WORDS ("vs"),
  WORDS ("similar to"),
  WORDS ("answer to"),
  WORDS ("substitute for"),
  WORDS ("replaces"),
  WORDS ("replace"),
  WORDS ("mimics"),
  WORDS ("mimic"),
  WORDS ("inspired by"),
  WORDS ("irritated by"),
  WORDS ("stressed by"),
  WORDS ("sensitised by"),
  WORDS ("sensitized by"),
  WORDS ("caused by"),
  WORDS ("sensitive to"),
  WORDS ("allergic to"),
  WORDS ("intolerant to"),
  WORDS ("react to"),
  WORDS ("new to"),
  WORDS ("used to"),
  WORDS ("tolerate"),
  WORDS ("effect of"),
  WORDS ("effects of"),
  WORDS ("benefits of"),
  WORDS ("results of"),
  WORDS ("irritation of"),
  WORDS ("sans"),
  WORDS ("ni"),
  WORDS ("effet"),
  WORDS ("effets du"),
  WORDS ("alternative au"),
  WORDS ("au lieu du"),
  WORDS ("a la place du"),
  WORDS ("au dela du"),
  WORDS ("que le"),
  WORDS ("comme le"),
  WORDS ("apres"),
  WORDS ("avant"),
  WORDS ("ohne"),
  WORDS ("weder"),
  WORDS ("noch"),
  WORDS ("statt"),
  WORDS ("anstatt"),
  WORDS ("anstelle von"),
  WORDS ("als"),
  WORDS ("wie"),
  WORDS ("ersatz fur"),
  WORDS ("alternative zu"),
  WORDS ("nach"),
  WORDS ("vor"),
  WORDS ("sin"),
  WORDS ("en lugar de"),
  WORDS ("en vez de"),
  WORDS ("mas alla del"),
  WORDS ("que el"),
  WORDS ("como el"),
  WORDS ("alternativa al"),
  WORDS ("sustituto del"),
  WORDS ("despues de"),
  WORDS ("antes de"),
  WORDS ("senza"),
  WORDS ("bez"),
  WORDS ("ani"),
  WORDS ("niz"),
  WORDS ("poza"),
  WORDS ("alternatywa dla"),
  WORDS ("zamiennik"),
  WORDS ("zamiast"),
  WORDS ("без"),
  WORDS ("ни"),
  WORDS ("чем"),
  WORDS ("как"),
  WORDS ("кроме"),
  WORDS ("аналог"),
  WORDS ("альтернатива"),
  WORDS ("вместо"),
  WORDS ("после"),
  WORDS ("перед"),
  WORDS ("до"),
};

/*
 * Words before which a word or two may come between: `without any pure retinol`, `your nightly
 * retinol`.
 */
static const StpDenialWords near_before[] = {
  WORDS ("without"),          WORDS ("free of"),           WORDS ("free from"),
  WORDS ("does not contain"), WORDS ("contains no"),       WORDS ("no added"),
  WORDS ("pair with"),        WORDS ("pairs well with"),   WORDS ("goes well with"),
  WORDS ("works well with"),  WORDS ("layer with"),        WORDS ("layered with"),
  WORDS ("use with"),         WORDS ("used with"),         WORDS ("combine with"),
  WORDS ("combined with"),    WORDS ("mix with"),          WORDS ("try with"),
  WORDS ("try it with"),      WORDS ("follow with"),       WORDS ("compatible with"),
  WORDS ("alongside"),        WORDS ("ne contient pas"),   WORDS ("exempt de"),
  WORDS ("associer a"),       WORDS ("associez"),          WORDS ("frei von"),
  WORDS ("enthalt kein"),     WORDS ("enthalt keine"),     WORDS ("kombinieren mit"),
  WORDS ("zusammen mit"),     WORDS ("libre de"),          WORDS ("no contiene"),
  WORDS ("combinar con"),     WORDS ("junto con"),         WORDS ("nie zawiera"),
  WORDS ("wolne od"),         WORDS ("laczyc z"),          WORDS ("razem z"),
  WORDS ("не содержит"),      WORDS ("вместе с"),          WORDS ("сочетать с"),
  WORDS ("сочетается с"),     WORDS ("сочетании с"),       WORDS ("residue of"),
  WORDS ("effective as"),     WORDS ("alternative to"),    WORDS ("alternatives to"),
  WORDS ("alternative for"),  WORDS ("compared to"),       WORDS ("instead of"),
  WORDS ("residues of"),      WORDS ("users of"),          WORDS ("utilisatrices de"),
  WORDS ("utilisateurs de"),  WORDS ("anwenderinnen von"), WORDS ("usuarias de"),
};

/* Of whoever it belongs to there is another one: `your prescription retinoid`. */
static const StpDenialWords owners[] = {
  WORDS ("your"),  WORDS ("our"),     WORDS ("my"),     WORDS ("votre"), WORDS ("vos"),
  WORDS ("notre"), WORDS ("dein"),    WORDS ("deinem"), WORDS ("ihr"),   WORDS ("ihrem"),
  WORDS ("unser"), WORDS ("unserem"), WORDS ("tu"),     WORDS ("su"),    WORDS ("nuestro"),
  WORDS ("twoj"),  WORDS ("twoim"),   WORDS ("naszym"), WORDS ("ваш"),   WORDS ("вашим"),
  WORDS ("нашим"),
};

/* Advice about other products, whose names may stand further off. */
static const StpDenialWords far_before[] = {
  WORDS ("avoid"),
  WORDS ("do not use"),
  WORDS ("don t use"),
  WORDS ("never use"),
  WORDS ("not be used"),
  WORDS ("not recommended"),
  WORDS ("not suitable"),
  WORDS ("if you use"),
  WORDS ("you are using"),
  WORDS ("when using"),
  WORDS ("stop using"),
  WORDS ("those who"),
  WORDS ("anyone who"),
  WORDS ("ne pas utiliser"),
  WORDS ("n utilisez pas"),
  WORDS ("eviter"),
  WORDS ("evitez"),
  WORDS ("si vous utilisez"),
  WORDS ("nicht verwenden"),
  WORDS ("nicht anwenden"),
  WORDS ("nicht zusammen mit"),
  WORDS ("nicht gleichzeitig mit"),
  WORDS ("nicht kombinieren mit"),
  WORDS ("vermeiden"),
  WORDS ("wenn sie"),
  WORDS ("no usar"),
  WORDS ("no utilizar"),
  WORDS ("no aplicar"),
  WORDS ("evitar"),
  WORDS ("evite"),
  WORDS ("si utiliza"),
  WORDS ("si usas"),
  WORDS ("nie stosowac"),
  WORDS ("nie uzywac"),
  WORDS ("unikac"),
  WORDS ("unikaj"),
  WORDS ("jesli stosujesz"),
  WORDS ("не использовать"),
  WORDS ("не используите"),
  WORDS ("не применять"),
  WORDS ("избегаите"),
  WORDS ("избегать"),
  WORDS ("если вы используете"),
};

/* Words right after; those of German and of scripts without spaces grow together with it. */
static const char *const after[] = {
  "free ",      "frei",       "like ",     "dupe ",     "alternativ", "replacement",
  "substitute", "companion ", "buffer ",   "user ",     "users ",     "sensitivity ",
  "프리 ",      "무첨가",     "대체",      "대안",      "フリー ",    "不使用",
  "無添加",     "代替",       "無配合",    "mimic",     "inspired ",  "equivalent ",
  "effect ",    "effects ",   "results ",  "benefits ", "boosting ",  "enhancing ",
  "friendly ",  "sensitive ", "sidekick ", "효과",      "유사",       "様",
  "보다",       "라이크",     "케어 후",   "사용 후",   "group ",     "nights ",
};

/* Words anywhere after it in the same sentence, where the verb stands last. */
static const char *const far_after[] = {
  " nicht verwenden ",
  " nicht gleichzeitig ",
  " nicht zusammen ",
  " nicht enthalten ",
  " vermeiden ",
  " should be avoided ",
  " must be avoided ",
  "사용하지",
  "함께 사용",
  "함께 쓰",
  "같이 사용",
  "같이 쓰",
  "병용",
  "피하",
  "없이",
  "않",
  "아닌",
  "대신",
  "처럼",
  "보다",
  "사용자",
  "민감",
  "併用",
  "一緒に",
  "使用しない",
  "避け",
  "ではなく",
  "ではありません",
  "含まれていません",
  "配合していません",
  "代わり",
  "のような",
  "より",
  "苦手",
  "方へ",
  "동시에",
};

static const StpDenialWords joints[] = {
  WORDS ("or"),   WORDS ("nor"), WORDS ("and"),  WORDS ("ou"), WORDS ("ni"), WORDS ("et"),
  WORDS ("oder"), WORDS ("und"), WORDS ("noch"), WORDS ("o"),  WORDS ("y"),  WORDS ("ani"),
  WORDS ("lub"),  WORDS ("i"),   WORDS ("или"),  WORDS ("и"),
};

/* Words that begin a row of what is not in it: `No parabens, sulfates, retinol`. */
static const char *const openings[] = {
  " no ", " zero ", " 0% ", " sans ", " ohne ", " sin ", " senza ", " bez ", " без ", " keine ",
};

/* What nobody lists and many boast of doing without, by the beginnings of words. */
static const char *const shunned[] = {
  " paraben",     " phthalat", " ftalat",  " phtalat", " sulfat",      " sulphat",
  " solfat",      " siarczan", " silicon", " silikon", " formaldehyd", " formaldeid",
  " mineral oil", " gluten",   " парабен", " сульфат", " силикон",     " фталат",
};

/* Ends of sentences that take back all that they name. */
static const char *const closings[] = {
  " nicht enthalten ", "무첨가 ", "않습니다 ", "않았습니다 ",
  "不使用 ",           "無添加 ", "無配合 ",   "ません ",
};

G_END_DECLS
