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
