/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure COMMAND...: runs it, and prints its seconds of processor time and its peak of memory in
 * KB, those of the programs it has waited for among them. A program inherits the peak of the one
 * that starts it: this one is small. */
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char **environ;

int
main (int argc, char **argv)
{
  struct rusage used;
  int status;
  pid_t child;

  if (argc < 2 || posix_spawnp (&child, argv[1], NULL, NULL, argv + 1, environ) != 0 ||
      wait4 (child, &status, 0, &used) != child)
    return 2;
  fprintf (stderr, "\n%.3f %ld\n",
           (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
               (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6,
           used.ru_maxrss);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 2;
}
