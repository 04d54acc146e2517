"""Disclosure control: hides small counts and what would give them away, and attacks what is left."""

from desktop_app.analysis.disclosure.audit import audit
from desktop_app.analysis.disclosure.choose import Reason
from desktop_app.analysis.disclosure.protect import Protected, protect

__all__ = ["Protected", "Reason", "audit", "protect"]
