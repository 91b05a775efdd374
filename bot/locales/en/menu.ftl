# The menu, privacy, erasing, and what is said when nothing fits.
menu-help =
    <b>What I can do</b>

    <b>Run</b>
    /today: your session today
    /why: why this session
    /week: your week, day by day
    /plan: your whole plan, your paces
    /session: a session with a coach
    /exercise: a movement, drawn
    /race: your race, paces and bag
    /calendar: your plan in your calendar

    <b>Tell me</b>
    /log: a run, “8 km 45 min effort 5”
    /checkin: how you feel
    /pain: a pain, and its history
    /risk: your injury risk

    <b>Change the plan</b>
    /change: a day off, a holiday
    /journal: the last changes

    <b>Set up</b>
    /settings: sessions, days, km, time
    /language: change the language
    /start: prepare a new plan
    /cancel: stop my questions

    <b>Your data</b>
    /privacy: what I keep about you
    /export: a copy of all that
    /erase: delete everything

    You can also type “today”, “my week” or “Tuesday is impossible”.
    Send me the GPX of a race and I’ll tell you what awaits you.
    Or the .fit of your run and I’ll log it.
menu-not-understood = I didn’t get that. Here is what I can do:
menu-unknown-command = I don’t know this command.
menu-edited = I saw your correction, but nothing was waiting for an answer.
menu-stale-button = This button is no longer valid. The menu: /help
menu-button-today = My session today
menu-button-week = My week
menu-button-plan = My plan

erase-ask =
    <b>Delete everything?</b>
    Your profile, your plans, your sessions and this conversation on my side. There is no way back.
erase-button-yes = Yes, delete everything
erase-button-no = No, keep it
erase-done = Done: I keep nothing about you any more. Messages already shown stay on your phone; delete the chat to remove them. To begin again one day: /start
erase-kept = Nothing is deleted.

language-ask = <b>Which language would you like to speak?</b>
language-fr = Français
language-en = English
language-changed = We’ll speak English.

command-start = Begin, or prepare a new plan
command-today = Your session today
command-week = Your week, day by day
command-exercise = A movement: drawing and cues
command-plan = Your whole plan
command-settings = Sessions, days, kilometres, language
command-language = Change the language
command-help = What I can do
command-cancel = Stop the open questions
command-privacy = What I keep about you
command-erase = Delete everything
