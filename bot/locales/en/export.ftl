# What a runner takes along: calendar, watch, a copy of everything.
export-calendar =
    📅 <b>Your plan for your calendar.</b>
    Open the file: your phone offers to add it. If the plan changes, send /calendar again: sessions are updated, never doubled.

    For sessions at a set time: /calendar 18:30
export-calendar-timed =
    📅 <b>Your plan for your calendar, at { $time }.</b>
    Open the file: your phone offers to add it. If the plan changes, send the same command again: sessions are updated, never doubled.
export-calendar-time-unclear = I didn’t get that time. Type /calendar 18:30, for example, or just /calendar for whole days.
export-button-calendar = 📅 Add to my calendar

export-button-watch = ⌚ Send to my watch (.fit)
export-watch = ⌚ <b>Your session for your watch.</b> Connect a Garmin to a computer and copy the file to GARMIN/NewFiles; for another brand, import it in its app.
export-watch-none = This session can no longer be sent to a watch. Your session today: /today

export-everything =
    <b>Everything I keep about you</b>, in a JSON file: answers, plans, sessions, logged runs, messages on their way.
    To delete it all: /erase

command-calendar = Your plan in your calendar
command-export = A copy of everything I keep
