"""Qt item models over the session. QtCore and QtGui only."""
