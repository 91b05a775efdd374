"""Every table. Times are UTC, JSON is for values whose shape another module owns."""

from storage.tables.activities import activities
from storage.tables.calendars import calendars
from storage.tables.claude import claude_calls
from storage.tables.coaching import coach_sessions
from storage.tables.columns import metadata
from storage.tables.daily import checkins, day_changes, gates, pains, schedules, session_logs
from storage.tables.enrichment import claude_batches, training_enrichment_queue
from storage.tables.messages import inbox, message_anchors, outbox
from storage.tables.pictures import telegram_files
from storage.tables.plan_changes import plan_changes
from storage.tables.processes import chat_claims, leaders, paces, processes
from storage.tables.programs import plan_requests, program_weeks, programs, training_sessions
from storage.tables.races import race_notes, race_results
from storage.tables.ratings import enrichment_ratings
from storage.tables.runners import dialogues, runners

__all__ = [
    "activities",
    "calendars",
    "chat_claims",
    "checkins",
    "claude_batches",
    "claude_calls",
    "coach_sessions",
    "day_changes",
    "dialogues",
    "enrichment_ratings",
    "gates",
    "inbox",
    "leaders",
    "message_anchors",
    "metadata",
    "outbox",
    "paces",
    "pains",
    "plan_changes",
    "plan_requests",
    "processes",
    "program_weeks",
    "programs",
    "race_notes",
    "race_results",
    "runners",
    "schedules",
    "session_logs",
    "telegram_files",
    "training_enrichment_queue",
    "training_sessions",
]
