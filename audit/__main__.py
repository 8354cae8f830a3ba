"""Run the command line with `python -m audit`."""

import sys
from pathlib import Path

# `-m` puts the working directory first, which may be the repository under review: a module or
# a plug-in that lies in it must not be imported.
if sys.path and not sys.flags.safe_path and Path(sys.path[0]) != Path(__file__).parents[1]:
    del sys.path[0]

from audit.cli import main

if __name__ == "__main__":
    sys.exit(main())
