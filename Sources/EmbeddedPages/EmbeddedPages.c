#include "EmbeddedPages.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// What pages are made with is part of the executable, as the data is.

static const unsigned char style[] = {
#embed "../../web/style.css"
};

static const unsigned char script[] = {
#embed "../../web/page.js"
};

static const unsigned char examples[] = {
#embed "../../web/examples.json"
};

static const unsigned char outlines[] = {
#embed "../../web/world-outlines.csv"
};

struct tarifa_page_file tarifa_page_style(void) {
  return (struct tarifa_page_file){style, sizeof style};
}

struct tarifa_page_file tarifa_page_script(void) {
  return (struct tarifa_page_file){script, sizeof script};
}

struct tarifa_page_file tarifa_page_examples(void) {
  return (struct tarifa_page_file){examples, sizeof examples};
}

struct tarifa_page_file tarifa_world_outlines(void) {
  return (struct tarifa_page_file){outlines, sizeof outlines};
}
