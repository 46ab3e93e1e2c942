#ifndef TARIFA_EMBEDDED_DATA_H
#define TARIFA_EMBEDDED_DATA_H

#include <stddef.h>

/// The bytes of one shipped file.
struct tarifa_embedded {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// How many files are embedded.
size_t tarifa_embedded_count(void);

/// The file at an index below `tarifa_embedded_count`.
struct tarifa_embedded tarifa_embedded_at(size_t index);

#endif
