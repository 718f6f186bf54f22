"""Label statements by hand under the codebook, on a page that this machine serves to itself, blind to the model.

A file of statements (``statements``) is put into an order (``drawing``, ``uncertainty``); a session walks through it
(``session``) and keeps what the coder says (``answers``) in a CSV file; a page shows it (``page``).
"""

from research.coding.drawing import draw_random
from research.coding.page import create_app
from research.coding.session import Session, begin_session
from research.coding.statements import read_statements

__all__ = ["Session", "begin_session", "create_app", "draw_random", "read_statements"]
