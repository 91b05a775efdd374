# The plan, read over by Claude.
generation-badge-fast = ⚡ Your plan is ready to use. Claude is reading it over and adding advice: a few seconds.
generation-badge-claude = ✍️ Read over by Claude, numbers checked by RunCoach.
generation-badge-engine = ⚡ Worked out by RunCoach, without Claude.
generation-progress = ✍️ week { $week } of { $weeks }
generation-written = ✍️ Claude has read your plan over: { $sessions ->
    [0] no session changed
    [one] { $sessions } session changed
   *[other] { $sessions } sessions changed
}, a word for { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}, advice of your own. Same days, same distances.
generation-rewritten = ✍️ Claude has rewritten your plan: { $sessions ->
    [one] { $sessions } day changes
   *[other] { $sessions } days change
}. Look at your week before your next run.
generation-unchanged = ✍️ Claude has read your plan over and changes nothing.
generation-kept = { $reason } Your plan stays the one RunCoach worked out: it is complete, you can start.
generation-later = { $reason } Your plan is complete, you can start. Claude will read it over in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}, and I’ll tell you what changes.
generation-changed-meanwhile = Your plan changed while Claude was reading it over: I keep yours, without Claude’s notes.
