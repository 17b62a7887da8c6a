"""`python -m doorbraak_cli` is `doorbraak`."""

from doorbraak_cli.cli.main import main

main()
