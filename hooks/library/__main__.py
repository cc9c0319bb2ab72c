"""``python -m library``."""

from library.commands import main

if __name__ == "__main__":
    main()
