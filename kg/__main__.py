"""Run ``python -m kg`` as the program ``kg``."""

from kg.cli import main

if __name__ == "__main__":
    main()
