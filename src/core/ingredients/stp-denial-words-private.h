// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The words that take back, by where they stand, for stp-denial.c alone. They are folded as the
 * texts are in which they are looked for: no capitals, no accents.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words right before: `no retinol`, `beyond retinol`, `irritated by retinol`. */
static const char *const before[] = {
  "no",
  "not",
  "non",
  "neither",
  "nor",
  "zero",
  "0%",
  "0 %",
  "like",
  "unlike",
  "than",
  "after",
  "before",
  "post",
  "pre",
  "anti",
  "beyond",
  "bye",
  "goodbye to",
  "versus",
  "vs",
  "instead of",
  "similar to",
  "compared to",
  "effective as",
  "answer to",
  "alternative to",
  "alternatives to",
  "alternative for",
  "substitute for",
  "replaces",
  "replace",
  "mimics",
  "mimic",
  "inspired by",
  "irritated by",
  "stressed by",
  "sensitised by",
  "sensitized by",
  "caused by",
  "sensitive to",
  "allergic to",
  "intolerant to",
  "react to",
  "new to",
  "used to",
  "tolerate",
  "effect of",
  "effects of",
  "benefits of",
  "results of",
  "irritation of",
  "sans",
  "ni",
  "effet",
  "effets du",
  "alternative au",
  "au lieu du",
  "a la place du",
  "au dela du",
  "que le",
  "comme le",
  "apres",
  "avant",
  "ohne",
  "weder",
  "noch",
  "statt",
  "anstatt",
  "anstelle von",
  "als",
  "wie",
  "ersatz fur",
  "alternative zu",
  "nach",
  "vor",
  "sin",
  "en lugar de",
  "en vez de",
  "mas alla del",
  "que el",
  "como el",
  "alternativa al",
  "sustituto del",
  "despues de",
  "antes de",
  "senza",
  "bez",
  "ani",
  "niz",
  "poza",
  "alternatywa dla",
  "zamiennik",
  "zamiast",
  "без",
  "ни",
  "чем",
  "как",
  "кроме",
  "аналог",
  "альтернатива",
  "вместо",
  "после",
  "перед",
  "до",
};

/*
 * Words before which a word or two may come between: `without any pure retinol`, `your nightly
 * retinol`.
 */
static const char *const near_before[] = {
  "without",         "free of",      "free from",       "does not contain", "contains no",
  "no added",        "pair with",    "pairs well with", "goes well with",   "works well with",
  "layer with",      "layered with", "use with",        "used with",        "combine with",
  "combined with",   "mix with",     "try with",        "try it with",      "follow with",
  "compatible with", "alongside",    "ne contient pas", "exempt de",        "associer a",
  "associez",        "frei von",     "enthalt kein",    "enthalt keine",    "kombinieren mit",
  "zusammen mit",    "libre de",     "no contiene",     "combinar con",     "junto con",
  "nie zawiera",     "wolne od",     "laczyc z",        "razem z",          "не содержит",
  "вместе с",        "сочетать с",   "сочетается с",
};

/* Of whoever it belongs to there is another one: `your prescription retinoid`. */
static const char *const owners[] = {
  "your",    "our", "my", "votre",   "vos",  "notre", "dein",   "deinem", "ihr",   "ihrem", "unser",
  "unserem", "tu",  "su", "nuestro", "twoj", "twoim", "naszym", "ваш",    "вашим", "нашим",
};

/* Advice about other products, whose names may stand further off. */
static const char *const far_before[] = {
  "avoid",
  "do not use",
  "don t use",
  "never use",
  "not be used",
  "not recommended",
  "not suitable",
  "if you use",
  "you are using",
  "when using",
  "stop using",
  "those who",
  "anyone who",
  "ne pas utiliser",
  "n utilisez pas",
  "eviter",
  "evitez",
  "si vous utilisez",
  "nicht verwenden",
  "nicht anwenden",
  "nicht zusammen mit",
  "nicht gleichzeitig mit",
  "nicht kombinieren mit",
  "vermeiden",
  "wenn sie",
  "no usar",
  "no utilizar",
  "no aplicar",
  "evitar",
  "evite",
  "si utiliza",
  "si usas",
  "nie stosowac",
  "nie uzywac",
  "unikac",
  "unikaj",
  "jesli stosujesz",
  "не использовать",
  "не используите",
  "не применять",
  "избегаите",
  "избегать",
  "если вы используете",
};

/* Words right after; those of German and of scripts without spaces grow together with it. */
static const char *const after[] = {
  "free ",      "frei",       "like ",     "dupe ",     "alternativ", "replacement",
  "substitute", "companion ", "buffer ",   "user ",     "users ",     "sensitivity ",
  "프리 ",      "무첨가",     "대체",      "대안",      "フリー ",    "不使用",
  "無添加",     "代替",       "無配合",    "mimic",     "inspired ",  "equivalent ",
  "effect ",    "effects ",   "results ",  "benefits ", "boosting ",  "enhancing ",
  "friendly ",  "sensitive ", "sidekick ", "효과",      "유사",       "様",
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
};

static const char *const joints[] = {
  "or",   "nor", "and", "ou",  "ni",  "et", "oder", "und",
  "noch", "o",   "y",   "ani", "lub", "i",  "или",  "и",
};

/* Words that begin a row of what is not in it: `No parabens, sulfates, retinol`. */
static const char *const openings[] = {
  " no ", " zero ", " 0% ", " sans ", " ohne ", " sin ", " senza ", " bez ", " без ", " keine ",
};

/* Ends of sentences that take back all that they name. */
static const char *const closings[] = {
  " nicht enthalten ", "무첨가 ", "않습니다 ", "않았습니다 ",
  "不使用 ",           "無添加 ", "無配合 ",   "ません ",
};

G_END_DECLS
