#include "EmbeddedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The shipped set is part of the executable, so that a command needs no files beside it and opens
// nothing at start: a section is paged in when it is first read.

static const unsigned char manifest[] = {
#embed "../../Data/MANIFEST.csv"
};

static const unsigned char actions[] = {
#embed "../../Data/actions.tarifa"
};

static const unsigned char law[] = {
#embed "../../Data/law.tarifa"
};

static const unsigned char countries[] = {
#embed "../../Data/countries.tarifa"
};

static const unsigned char baseline_2017[] = {
#embed "../../Data/baseline-2017.tarifa"
};

static const unsigned char classes[] = {
#embed "../../Data/classes.tarifa"
};

static const unsigned char flows_2024[] = {
#embed "../../Data/flows-2024.tarifa"
};

static const unsigned char claims_2024[] = {
#embed "../../Data/claims-2024.tarifa"
};

static const unsigned char economy[] = {
#embed "../../Data/economy.tarifa"
};

static const unsigned char exports[] = {
#embed "../../Data/exports.tarifa"
};

static const unsigned char schedule[] = {
#embed "../../Data/schedule.tarifa"
};

static const unsigned char world_2017_7x44[] = {
#embed "../../Data/world-2017-7x44.tarifa"
};

static const unsigned char world_2017_81x28[] = {
#embed "../../Data/world-2017-81x28.tarifa"
};

static const struct tarifa_embedded files[] = {
    {"MANIFEST.csv", manifest, sizeof manifest},
    {"actions.tarifa", actions, sizeof actions},
    {"law.tarifa", law, sizeof law},
    {"countries.tarifa", countries, sizeof countries},
    {"baseline-2017.tarifa", baseline_2017, sizeof baseline_2017},
    {"classes.tarifa", classes, sizeof classes},
    {"flows-2024.tarifa", flows_2024, sizeof flows_2024},
    {"claims-2024.tarifa", claims_2024, sizeof claims_2024},
    {"economy.tarifa", economy, sizeof economy},
    {"exports.tarifa", exports, sizeof exports},
    {"schedule.tarifa", schedule, sizeof schedule},
    {"world-2017-7x44.tarifa", world_2017_7x44, sizeof world_2017_7x44},
    {"world-2017-81x28.tarifa", world_2017_81x28, sizeof world_2017_81x28},
};

size_t tarifa_embedded_count(void) { return sizeof files / sizeof files[0]; }

struct tarifa_embedded tarifa_embedded_at(size_t index) {
  struct tarifa_embedded none = {"", 0, 0};
  return index < tarifa_embedded_count() ? files[index] : none;
}
