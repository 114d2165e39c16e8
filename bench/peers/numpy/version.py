"""Prints the versions of numpy and of its BLAS."""

import numpy as np

blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
print(f"{np.__version__}, {blas['name']} {blas['version']}")
