/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-ods-cell.h"

#include <math.h>
#include <string.h>

#include "copil-odf-text.h"

#define NARROW_NO_BREAK "\xe2\x80\xaf"
#define NO_BREAK "\xc2\xa0"
#define EURO "\xe2\x82\xac"

static const char *const styles[COPIL_N_COLUMN_TYPES] = {
  [COPIL_COLUMN_TEXT] = "Text",         [COPIL_COLUMN_INTEGER] = "Integer",
  [COPIL_COLUMN_NUMBER] = "Number",     [COPIL_COLUMN_PERCENT] = "Percent",
  [COPIL_COLUMN_CURRENCY] = "Currency", [COPIL_COLUMN_DATE] = "Date",
  [COPIL_COLUMN_BOOLEAN] = "Boolean",   [COPIL_COLUMN_YEAR] = "Year",
  [COPIL_COLUMN_GENERAL] = "General",
};

/* After the name of the type's style. */
static const char *const variants[COPIL_N_CELL_STYLES] = {
  [COPIL_CELL_NORMAL] = "",
  [COPIL_CELL_OPEN] = "_20_open",
  [COPIL_CELL_TOTAL] = "_20_total",
  [COPIL_CELL_GROUP] = "_20_group",
  [COPIL_CELL_WARNING] = "_20_warning",
};

/* Rounds as spreadsheets do, where printf's rounding would give 0.12 for 0.125. */
static double
round_half_away (double number, int decimals)
{
  double power = pow (10, decimals);
  double scaled = fabs (number) * power;

  if (scaled >= 1e15)
    return number;
  return copysign (floor (scaled + 0.5 + scaled * 1e-15) / power, number);
}

/* Whether `value` is -?digits[.digits][e[+-]digits], and nothing else. */
static gboolean
is_number (const char *value)
{
  const char *p = value + (*value == '-');
  gsize digits = strspn (p, "0123456789");

  if (digits == 0)
    return FALSE;
  p += digits;
  if (*p == '.')
    {
      digits = strspn (++p, "0123456789");
      if (digits == 0)
        return FALSE;
      p += digits;
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      p += *p == '+' || *p == '-';
      digits = strspn (p, "0123456789");
      if (digits == 0)
        return FALSE;
      p += digits;
    }
  return *p == 0;
}

static gboolean
is_date (const char *value)
{
  guint parts[3] = { 0, 0, 0 };

  for (guint i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        {
          if (value[i] != '-')
            return FALSE;
        }
      else if (!g_ascii_isdigit (value[i]))
        return FALSE;
      else
        parts[i < 4   ? 0
              : i < 7 ? 1
                      : 2] = parts[i < 4   ? 0
                                   : i < 7 ? 1
                                           : 2] *
                                 10 +
                             (guint)(value[i] - '0');
    }
  return value[10] == 0 && parts[0] > 0 && parts[1] >= 1 && parts[1] <= 12 &&
         g_date_valid_dmy ((GDateDay)parts[2], (GDateMonth)parts[1], (GDateYear)parts[0]);
}

/* 1 or 0, or -1 if `value` is neither true nor false. */
static int
to_boolean (const char *value)
{
  if (!strcmp (value, "1") || !strcmp (value, "true"))
    return 1;
  return !strcmp (value, "0") || !strcmp (value, "false") ? 0 : -1;
}

static void
write_lines (CopilXml *xml, const char *value)
{
  g_autofree char *owned = NULL;
  const char *line = copil_xml_clean (value, &owned);

  while (TRUE)
    {
      const char *end = strchr (line, '\n');

      copil_xml_start (xml, "text:p");
      if (end)
        {
          g_autofree char *piece = g_strndup (line, (gsize)(end - line));

          copil_odf_write_text (xml, piece);
        }
      else
        copil_odf_write_text (xml, line);
      copil_xml_end (xml);
      if (!end)
        break;
      line = end + 1;
    }
}

static void
write_value (CopilXml *xml, const char *type, const char *attribute, const char *value,
             const char *shown)
{
  copil_xml_attr (xml, "office:value-type", type);
  copil_xml_attr (xml, attribute, value);
  copil_xml_start (xml, "text:p");
  copil_xml_text (xml, shown);
  copil_xml_end (xml);
}

static gboolean
write_typed (CopilXml *xml, const CopilSheetCell *cell, gboolean french, GString *shown)
{
  const char *value = cell->value;
  char ratio[G_ASCII_DTOSTR_BUF_SIZE];
  int truth;

  g_string_truncate (shown, 0);
  switch (cell->type)
    {
    case COPIL_COLUMN_INTEGER:
    case COPIL_COLUMN_NUMBER:
      if (!is_number (value))
        return FALSE;
      copil_ods_format_number (shown, value, cell->type == COPIL_COLUMN_NUMBER ? 2 : 0, french);
      write_value (xml, "float", "office:value", value, shown->str);
      return TRUE;
    case COPIL_COLUMN_GENERAL:
      if (!is_number (value))
        return FALSE;
      g_string_assign (shown, value);
      if (french)
        g_strdelimit (shown->str, ".", ',');
      write_value (xml, "float", "office:value", value, shown->str);
      return TRUE;
    case COPIL_COLUMN_YEAR:
      if (!is_number (value))
        return FALSE;
      write_value (xml, "float", "office:value", value, value);
      return TRUE;
    case COPIL_COLUMN_PERCENT:
      if (!is_number (value))
        return FALSE;
      g_ascii_formatd (ratio, sizeof ratio, "%.15g", g_ascii_strtod (value, NULL) * 100);
      copil_ods_format_number (shown, ratio, 1, french);
      g_string_append (shown, NO_BREAK "%");
      write_value (xml, "percentage", "office:value", value, shown->str);
      return TRUE;
    case COPIL_COLUMN_CURRENCY:
      if (!is_number (value))
        return FALSE;
      copil_ods_format_number (shown, value, 2, french);
      g_string_append (shown, NO_BREAK EURO);
      copil_xml_attr (xml, "office:currency", "EUR");
      write_value (xml, "currency", "office:value", value, shown->str);
      return TRUE;
    case COPIL_COLUMN_DATE:
      if (!is_date (value))
        return FALSE;
      g_string_printf (shown, "%.2s/%.2s/%.4s", value + 8, value + 5, value);
      write_value (xml, "date", "office:date-value", value, shown->str);
      return TRUE;
    case COPIL_COLUMN_BOOLEAN:
      truth = to_boolean (value);
      if (truth < 0)
        return FALSE;
      write_value (xml, "boolean", "office:boolean-value", truth ? "true" : "false",
                   french ? (truth ? "VRAI" : "FAUX") : (truth ? "TRUE" : "FALSE"));
      return TRUE;
    default:
      return FALSE;
    }
}

void
copil_ods_validation_name (CopilXml *xml, const char *attribute, guint number)
{
  char name[24];

  g_snprintf (name, sizeof name, "Saisie%u", number);
  copil_xml_attr (xml, attribute, name);
}

gboolean
copil_ods_cell_is_empty (const CopilSheetCell *cell, CopilColumnType column)
{
  return (!cell->value || !*cell->value) && !cell->formula && !cell->validation &&
         cell->style == COPIL_CELL_NORMAL && cell->type == column;
}

void
copil_ods_cell_write (CopilXml *xml, const CopilSheetCell *cell, CopilColumnType column,
                      gboolean french, GString *shown)
{
  copil_xml_start (xml, "table:table-cell");
  if (cell->style != COPIL_CELL_NORMAL || cell->type != column)
    {
      char name[48];

      g_snprintf (name, sizeof name, "%s%s", styles[cell->type], variants[cell->style]);
      copil_xml_attr (xml, "table:style-name", name);
    }
  if (cell->validation)
    copil_ods_validation_name (xml, "table:content-validation-name", cell->validation);
  if (cell->formula)
    {
      g_autofree char *formula = g_strconcat ("of:=", cell->formula, NULL);
      copil_xml_attr (xml, "table:formula", formula);
    }
  if (cell->value && *cell->value && !write_typed (xml, cell, french, shown))
    {
      copil_xml_attr (xml, "office:value-type", "string");
      write_lines (xml, cell->value);
    }
  copil_xml_end (xml);
}

const char *
copil_ods_cell_get_style (CopilColumnType type)
{
  return styles[type];
}

const char *
copil_ods_cell_get_heading_style (CopilColumnType type)
{
  switch (type)
    {
    case COPIL_COLUMN_TEXT:
      return "Column_20_heading";
    case COPIL_COLUMN_DATE:
    case COPIL_COLUMN_BOOLEAN:
    case COPIL_COLUMN_YEAR:
      return "Column_20_heading_20_center";
    default:
      return "Column_20_heading_20_end";
    }
}

void
copil_ods_format_number (GString *out, const char *value, int decimals, gboolean french)
{
  char digits[400], format[8];
  const char *p = value;
  gsize whole, fraction;

  /* A plain decimal that needs no rounding is taken digit by digit; the others go through a double.
   */
  p += *p == '-';
  whole = strspn (p, "0123456789");
  fraction = p[whole] == '.' ? strspn (p + whole + 1, "0123456789") : 0;
  if (p[whole + (p[whole] == '.') + fraction] || fraction > (gsize)MAX (decimals, 0) ||
      (*p == '0' && whole > 1))
    {
      double number = g_ascii_strtod (value, NULL);

      if (fabs (number) > 1e300)
        {
          g_string_append (out, value);
          return;
        }
      number = round_half_away (number, decimals);
      g_snprintf (format, sizeof format, "%%.%df", decimals);
      p = value = g_ascii_formatd (digits, sizeof digits, format, number);
      p += *p == '-';
      whole = strspn (p, "0123456789");
      fraction = (gsize)decimals;
    }

  /* No "-0". */
  if (*value == '-' && strspn (p, "0.") < strlen (p))
    g_string_append_c (out, '-');
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (out, french ? NARROW_NO_BREAK : ",");
      g_string_append_c (out, p[i]);
    }
  if (decimals <= 0)
    return;
  g_string_append_c (out, french ? ',' : '.');
  g_string_append_len (out, p + whole + 1, (gssize)fraction);
  for (gsize i = fraction; i < (gsize)decimals; i++)
    g_string_append_c (out, '0');
}
