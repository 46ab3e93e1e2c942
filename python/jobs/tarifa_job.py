"""What spark-submit runs; everything is in the package, which sends itself to the workers."""

import sys

from tarifa.spark import main

sys.exit(main())
