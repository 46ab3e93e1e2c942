// The functions of the header are in the module TarifaC.
#include "tarifa.h"
