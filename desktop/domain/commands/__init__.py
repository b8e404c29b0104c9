"""User intents as small frozen dataclasses; ``Session.execute`` carries them out."""
