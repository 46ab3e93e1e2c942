#include "EmbeddedData.h"

size_t tarifa_embedded_count(void) { return 0; }

struct tarifa_embedded tarifa_embedded_at(size_t index) {
  struct tarifa_embedded none = {"", 0, 0};
  (void)index;
  return none;
}
