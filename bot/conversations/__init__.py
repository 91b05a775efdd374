"""What a runner can say and do: the table of routes, and the commands of the menu."""

from bot.conversations import (
    checkin,
    course,
    daily,
    enriching,
    evening,
    gates,
    language,
    log,
    morning,
    onboarding,
    pain,
    plan,
    red_flags,
    repeating,
    risk,
    settings,
    stats,
    taking,
    today,
    weekly,
)
from bot.conversations import help as helping
from bot.enrichment.planning import NIGHTLY
from bot.rhythms import EVENING, WEEKLY
from bot.ticking import Duty
from bot.turn import Command, Guard, Otherwise, Route, Tap
from storage.outbox import Lane

COMMANDS: tuple[str, ...] = (
    "today",
    "week",
    "plan",
    "checkin",
    "log",
    "risk",
    "pain",
    "calendar",
    "settings",
    "start",
    "language",
    "help",
    "cancel",
    "privacy",
    "export",
    "erase",
)
"""The menu, in its order; `command-<name>` in the texts describes each."""

DUTIES: tuple[Duty, ...] = (
    morning.DUTY,
    Duty(EVENING, evening.ask_in_the_evening),
    Duty(WEEKLY, weekly.sum_up_the_week, Lane.WEEKLY),
    NIGHTLY,
)
"""The messages that come by themselves."""

GUARD: Guard = red_flags.heed
"""What looks at every text first."""

ROUTES: tuple[Route, ...] = (
    Command("start", helping.start),
    Command("cancel", helping.cancel),
    Command("annuler", helping.cancel),
    Command("help", helping.show_help),
    Command("aide", helping.show_help),
    Command("today", today.show_today),
    Command("aujourdhui", today.show_today),
    Command("week", plan.show_week),
    Command("semaine", plan.show_week),
    Command("plan", plan.show_plan),
    Command("checkin", checkin.show_checkin),
    Command("forme", checkin.show_checkin),
    Command("pain", pain.show_pain),
    Command("douleur", pain.show_pain),
    Command("log", log.ask_log),
    Command("noter", log.ask_log),
    Command("risk", risk.show_risk),
    Command("risque", risk.show_risk),
    Command("calendar", taking.send_calendar),
    Command("calendrier", taking.send_calendar),
    Command("agenda", taking.send_calendar),
    Command("settings", settings.show_settings),
    Command("reglages", settings.show_settings),
    Command("language", language.ask_language),
    Command("langue", language.ask_language),
    Command("privacy", helping.show_privacy),
    Command("confidentialite", helping.show_privacy),
    Command("export", taking.send_everything),
    Command("exporter", taking.send_everything),
    Command("erase", helping.ask_to_erase),
    Command("effacer", helping.ask_to_erase),
    Command("stats", stats.show_stats),
    Tap("ob:", onboarding.tapped),
    Tap("mn:", helping.begin),
    Tap("wk:", plan.turn_to_week),
    Tap("dy:", plan.show_day),
    Tap("en:", enriching.card_button),
    Tap("pl:calendar", taking.send_calendar),
    Tap("gp:", course.prepare_button),
    Tap("wf:", taking.send_to_watch),
    Tap("pl:today", today.show_today),
    Tap("pl:tips", plan.show_tips),
    Tap("pl:week", plan.show_week),
    Tap("pl:show", plan.show_plan),
    Tap("lo:", log.session_button),
    Tap("lx:", log.extra_button),
    Tap("lr:", repeating.repeat_button),
    Tap("ci:", checkin.tapped),
    Tap("pn:", pain.tapped),
    Tap("gt:", gates.tapped),
    Tap("ds:", daily.tapped),
    Tap("we:", weekly.accept_button),
    Tap("rk:", risk.lighten_button),
    Tap("st:", settings.settings_button),
    Tap("lg:", language.choose_language),
    Tap("er:", helping.erase_button),
    Otherwise(helping.anything),
)
