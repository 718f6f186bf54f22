"""Reading: from a page to who says what to whom, in Ukrainian, Russian and English."""

from research.reading.files import read_file
from research.reading.reader import read

__all__ = ["read", "read_file"]
