/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes every sample chart in a folder, in both palettes and several sizes, to be looked at:
 * write-samples FOLDER */
#include "samples.h"

#include <locale.h>

static void
write_one (CopilChart *chart, const char *folder, const char *name, double width, double height,
           CopilChartStyle *style, double scale)
{
  g_autofree char *file = g_strdup_printf (
      "%s-%s%s-%.0fx%.0f.png", name, style->palette == COPIL_CHART_PALETTE_DARK ? "dark" : "light",
      style->greyscale ? "-grey" : "", width, height);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      copil_chart_write_bytes (chart, COPIL_CHART_FORMAT_PNG, width, height, scale, style, &error);

  if (bytes == NULL || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                             (gssize)g_bytes_get_size (bytes), &error))
    g_printerr ("%s: %s\n", path, error->message);
}

static void
write_all (const char *folder)
{
  static const struct
  {
    double width;
    double height;
  } sizes[] = { { 900, 300 }, { 500, 220 }, { 320, 160 }, { 900, 0 }, { 595, 842 } };

  for (guint i = 0; i < 2 * n_samples; i++)
    {
      const CopilSample *sample = &samples[i / 2];
      g_autoptr (CopilChart) chart = i % 2 ? sample_huge (sample->type (), 10000) : sample->make ();
      g_autofree char *name = g_strconcat (i % 2 ? "huge-" : "", sample->name, NULL);

      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        for (guint look = 0; look < 3; look++)
          {
            CopilChartStyle style = COPIL_CHART_STYLE_INIT;
            double height = sizes[s].height;

            style.palette = look == 1 ? COPIL_CHART_PALETTE_DARK : COPIL_CHART_PALETTE_LIGHT;
            style.greyscale = look == 2;
            if (look == 1)
              style.focused = 3;
            if (height < 1)
              copil_chart_measure (chart, sizes[s].width, &style, NULL, &height);
            write_one (chart, folder, name, sizes[s].width, height, &style, 1);
          }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("write-samples FOLDER\n");
      return 2;
    }
  write_all (argv[1]);
  return 0;
}
