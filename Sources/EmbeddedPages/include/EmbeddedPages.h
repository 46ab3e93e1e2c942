#ifndef TARIFA_EMBEDDED_PAGES_H
#define TARIFA_EMBEDDED_PAGES_H

#include <stddef.h>

/// The bytes of one file, UTF-8.
struct tarifa_page_file {
  const unsigned char *bytes;
  size_t count;
};

/// The style sheet of all pages.
struct tarifa_page_file tarifa_page_style(void);

/// The script of all pages.
struct tarifa_page_file tarifa_page_script(void);

/// Questions to begin with, as JSON.
struct tarifa_page_file tarifa_page_examples(void);

/// The countries of maps, as comma-separated text.
struct tarifa_page_file tarifa_world_outlines(void);

#endif
