# What is kept about a runner, and their consent to it. A change of substance here raises CONSENT_VERSION.
privacy =
    <b>What I keep about you, and why</b>
    • Your first name and Telegram id: to write to you.
    • Your profile, how you feel in the morning, pains and injuries: so that the plan spares you.
    • Your plans, sessions, logged runs and races: to coach you and see your progress.
    • Your settings and, if you subscribe, the fingerprint of your calendar’s address.

    <b>For how long</b>
    • The text of our messages: erased once it is handled or sent.
    • Of a file you send: its measures only; the file is read, then dropped.
    • The trace that a message was exchanged, without its text: 30 days.
    • The rest: until you erase it.
privacy-with-claude =
    <b>Who else sees it</b>
    • Telegram carries our messages.
    • Anthropic receives, for the assistant Claude, your profile, your sessions and what you write to me freely, never your name or id. I do not store those talks.
    • Nobody else: nothing is sold or shared.
privacy-without-claude =
    <b>Who else sees it</b>
    • Telegram carries our messages.
    • Nobody else: this bot uses no outside artificial intelligence, nothing is sold or shared.
privacy-rights =
    <b>It is yours</b>
    /export gives you a full copy, /erase erases everything, at once.
consent-line = You agreed to version { $version } of this text on { $date }.
consent-line-old = You agreed to version { $version } of this text on { $date }; it has changed since.
consent-none = You have not answered this text yet: I ask you before your first plan.
consent-changed =
    🔒 <b>The text about your data has changed.</b>
    It says what I keep, why, for how long and who sees it. Do you still agree?
consent-button-yes = I agree
consent-button-read = Read the text
consent-button-no = I don’t agree
consent-given = ✓ Noted. The text stays here: /privacy
consent-refused = Noted. Without this data I cannot coach you: take it with /export if you like, then erase everything. As long as you erase nothing, your plan goes on.

# The guide at the head of a copy: what each part holds.
export-guide-activities = Runs read from your files: measures only
export-guide-calendars = Your calendar: the name of its events, the fingerprint of its address
export-guide-chat_claims = Which process looks after our chat, for a few seconds
export-guide-checkins = How you felt in the morning
export-guide-claude_batches = Grouped requests to Claude for your sessions
export-guide-claude_calls = Requests to Claude: size and cost, no text
export-guide-coach_sessions = Sessions done with a coach
export-guide-day_changes = Changes of a day of your plan
export-guide-dialogues = Questions still open
export-guide-enrichment_ratings = Your opinion of the details of sessions
export-guide-gates = Loads held back after pain or illness
export-guide-inbox = Your last messages, before they are handled
export-guide-message_anchors = Which messages show which sessions
export-guide-outbox = My messages on their way
export-guide-pains = Pains told
export-guide-plan_changes = Changes of your plan
export-guide-plan_requests = Plans Claude is writing
export-guide-program_weeks = Weeks of your plans
export-guide-programs = Your plans and the answers they come from
export-guide-race_notes = Your race: course, list, weather
export-guide-race_results = Results of your races
export-guide-runners = You: id, first name, language, settings, consent
export-guide-schedules = At which hours I write to you
export-guide-session_logs = Your logged runs
export-guide-training_enrichment_queue = Sessions whose details are being written
export-guide-training_sessions = Your sessions, day by day
