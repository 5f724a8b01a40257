/*
 * Makes every fsync and fdatasync take FLUSH_MS milliseconds longer (fractions too): a virtual machine's disk flushes in
 * a tenth of a millisecond, an office's disk takes one to ten, and what a saved case costs is told by the latter.
 *
 *   gcc -shared -fPIC -O2 -o /tmp/slow-flush.so tests/bench/slow-flush.c -ldl
 *   FLUSH_MS=5 LD_PRELOAD=/tmp/slow-flush.so npm run bench -- 1000 --commits
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int slowly(const char *name, int file) {
  const char *asked = getenv("FLUSH_MS");
  double seconds = asked == NULL ? 0 : atof(asked) / 1000;
  struct timespec wait = {(time_t)seconds, (long)((seconds - (time_t)seconds) * 1e9)};
  if (seconds > 0) nanosleep(&wait, NULL);
  int (*flush)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  return flush(file);
}

int fsync(int file) { return slowly("fsync", file); }

int fdatasync(int file) { return slowly("fdatasync", file); }
