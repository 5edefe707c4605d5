// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What somebody says about an ingredient rather than lists: `the plant answer to retinol`. Of an
 * ingredient that a sentence names, most often only the sentence knows; the list beside it would
 * name it too. So it counts where the sentence says that it is in there, and nowhere else.
 */

#include "config.h"

#include "ingredients/stp-statement-private.h"

#include <string.h>

/* So many words may stand between what affirms and what is affirmed: `with 1% of pure retinol`. */
#define GAP_WORDS 4

/* Words that hardly stand in the name of an ingredient, all of them folded. */
static const char *const spoken[] = {
  " the ",      " this ",     " that ",  " these ",     " those ",     " which ",   " who ",
  " your ",     " our ",      " you ",   " we ",        " is ",        " are ",     " was ",
  " be ",       " been ",     " can ",   " could ",     " cannot ",    " may ",     " might ",
  " should ",   " do ",       " does ",  " don ",       " not ",       " use ",     " used ",
  " using ",    " avoid ",    " apply ", " try ",       " if ",        " when ",    " while ",
  " before ",   " after ",    " to ",    " by ",        " for ",       " have ",    " has ",
  " it ",       " its ",      " their ", " layer ",     " than ",      " without ", " vous ",
  " votre ",    " vos ",      " notre ", " est ",       " sont ",      " peut ",    " ne ",
  " pas ",      " qui ",      " que ",   " pour ",      " cette ",     " ce ",      " avec ",
  " utiliser ", " sie ",      " ihr ",   " ihre ",      " ihrem ",     " dein ",    " deine ",
  " nicht ",    " ist ",      " sind ",  " wird ",      " werden ",    " kann ",    " fur ",
  " das ",      " der ",      " die ",   " auftragen ", " verwenden ", " usted ",   " su ",
  " tu ",       " nuestro ",  " es ",    " son ",       " puede ",     " para ",    " usar ",
  " este ",     " esta ",     " jest ",  " sa ",        " nie ",       " dla ",     " ktory ",
  " ktora ",    " stosowac ", " twoj ",  " mozna ",     " przed ",     " вы ",      " ваш ",
  " ваша ",     " вам ",      " это ",   " не ",        " для ",       " если ",    " когда ",
  " можно ",    " которыи ",  " при ",   "니다",        "세요",        "시오",      "해요",
  "어요",       "에요",       "예요",    "하지 ",       "です",        "ます",      "ません",
  "ください",   "した",       "ない",    "という",      "ための",
};

/* Words before what is in it. Those of Korean and Japanese stand after. */
static const char *const affirming[] = {
  " with ",       " contains ", " contain ",     " containing ",   " infused ",     " enriched ",
  " formulated ", " powered ",  " blend ",       " combines ",     " combination ", " dose ",
  " form ",       " forms ",    " release ",     " encapsulated ", " pure ",        " stabilized ",
  " stabilised ", " features ", " includes ",    " delivers ",     " percent ",     " fortified ",
  " contient ",   " avec ",     " au ",          " enrichi ",      " enthalt ",     " mit ",
  " contiene ",   " con ",      " enriquecido ", " zawiera ",      " z ",           " содержит ",
  " с ",
};

/* What leaflets say before it; the verb alone affirms nothing. */
static const char *const naming[] = {
  " active substance is ",  " active ingredient is ",     " active substances are ",
  " substance active est ", " principio activo es ",      " principio attivo e ",
  " wirkstoff ist ",        " wirkstoffe sind ",          " substancja czynna jest ",
  " substancja czynna to ", " деиствующее вещество это ", " enthalten ",
};

static const char *const affirming_after[] = {
  "함유", "배합", "담은", "담아", "들어", "配合", "含有", "入り", "含む",
};

/*
 * stp_statement_is_sentence:
 * @words: of stp_text_dup_words()
 *
 * Returns: whether somebody says something rather than lists an ingredient
 */
gboolean
stp_statement_is_sentence (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    if (strstr (words, spoken[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* How sentences of Korean and Japanese end; no name of an ingredient does. */
static const char *const endings[] = {
  "니다 ", "세요 ",   "시오 ",     "해요 ", "어요 ", "에요 ", "예요 ",   "です ",
  "ます ", "ません ", "ください ", "した ", "ない ", "方へ ", "かたへ ",
};

/*
 * stp_statement_is_closed:
 * @words: of stp_text_dup_words()
 *
 * Returns: whether it ends as a sentence does where the verb stands last, whatever it begins with
 */
gboolean
stp_statement_is_closed (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (words, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
affirms_word (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (affirming); i++)
    if (strlen (affirming[i]) == length && memcmp (word, affirming[i], length) == 0)
      return TRUE;
  return length > 2 && word[length - 2] == '%';
}

/*
 * stp_statement_affirms:
 * @words: of stp_text_dup_words(), a sentence
 * @match: a name in @words, with or without the space before it
 *
 * Returns: whether the sentence says that it is in there, or begins with it as an annotated list
 * does: `Retinol to smooth`
 */
gboolean
stp_statement_affirms (const char *words, const char *match)
{
  const char *word = *match == ' ' ? match + 1 : match;

  if (word <= words + 1)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    {
      const char *name = strstr (words, naming[i]);

      if (name != NULL && name < word)
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (affirming_after); i++)
    if (strstr (word, affirming_after[i]) != NULL)
      return TRUE;

  while (word[-1] != ' ')
    word--;
  for (guint i = 0; i <= GAP_WORDS && word > words + 1; i++)
    {
      const char *last = word - 1;

      while (last[-1] != ' ')
        last--;
      if (affirms_word (last - 1, word - last + 1))
        return TRUE;
      word = last;
    }
  return FALSE;
}

/* Words that can say nothing else than that it is in there, in their order of languages. */
static const char *const promising[] = {
  " contains ",    " contain ",     " containing ", " infused ",      " enriched ",
  " formulated ",  " powered ",     " fortified ",  " encapsulated ", " includes ",
  " delivers ",    " dose of ",     " contient ",   " contenant ",    " enrichi ",
  " enrichie ",    " formule ",     " enthalt ",    " angereichert ", " contiene ",
  " enriquecido ", " enriquecida ", " formulado ",  " formulada ",    " arricchito ",
  " arricchita ",  " formulato ",   " zawiera ",    " wzbogacony ",   " wzbogacona ",
  " содержит ",    " обогащен ",    " обогащена ",  "함유",           "배합",
  "담은",          "담아",          "配合",         "含有",           "入り",
  "含む",
};

/* Words that take a promise back which follows them. */
static const char *const doubting[] = {
  " no ",     " not ",    " none ",  " nor ",     " never ",   " without ", " unlike ",  " than ",
  " other ",  " if ",     " when ",  " avoid ",   " matched ", " matches ", " vs ",      " versus ",
  " rivals ", " cannot ", " don t ", " doesn t ", " another ", " former ",  " sans ",    " ni ",
  " ne ",     " pas ",    " si ",    " autre ",   " autres ",  " ohne ",    " nicht ",   " kein ",
  " keine ",  " wenn ",   " weder ", " andere ",  " anderen ", " sin ",     " nunca ",   " otro ",
  " otros ",  " senza ",  " non ",   " se ",      " altri ",   " bez ",     " nie ",     " ani ",
  " jesli ",  " без ",    " не ",    " ни ",      " если ",    " других ",  " другими ",
};

/* Where the verb stands last it takes back what is before it. */
static const char *const doubting_last[] = {
  "않",     "마세요",    "마시",      "없",         "무첨가",  "아닌",   "아닙", "보다",
  "대신",   "함께 사용", "같이 사용", "사용하지",   "사용 후", "ません", "ない", "不使用",
  "無添加", "不含",      "併用",      "使用しない", "より",    "代わり",
};

/* A doubt further off is of something else: `not in pregnancy, as it contains retinol`. */
#define DOUBT_WORDS 3

static guint
count_words (const char *start, const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p++)
    n += *p == ' ';
  return n;
}

static gboolean
is_doubted (const char *words, const char *promise)
{
  for (guint i = 0; i < G_N_ELEMENTS (doubting); i++)
    for (const char *p = words; (p = strstr (p, doubting[i])) != NULL && p < promise; p++)
      if (count_words (p + strlen (doubting[i]), promise) <= DOUBT_WORDS)
        return TRUE;
  return FALSE;
}

static const char *
find_first (const char *words, const char *const *table, guint n)
{
  const char *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *match = strstr (words, table[i]);

      if (match != NULL && (first == NULL || match < first))
        first = match;
    }
  return first;
}

/*
 * stp_statement_promises:
 * @words: of stp_text_dup_words(), a sentence
 * @strength: (nullable): words of @words that declare how much of it there is
 *
 * Returns: whether the sentence says outright that what it names is in there
 */
gboolean
stp_statement_promises (const char *words, const char *strength)
{
  const char *promise = find_first (words, promising, G_N_ELEMENTS (promising));
  const char *share = strength != NULL ? strstr (words, strength) : NULL;

  /* What doubts it may stand among those words. */
  if (share != NULL)
    share += strlen (strength) - 1;
  if (promise == NULL || (share != NULL && share < promise))
    promise = share;
  const char *named = find_first (words, naming, G_N_ELEMENTS (naming));
  if (promise == NULL || (named != NULL && named < promise))
    promise = named;
  if (promise == NULL || is_doubted (words, promise))
    return FALSE;
  return find_first (words, doubting_last, G_N_ELEMENTS (doubting_last)) == NULL;
}
