# Other tones of the messages that matter: `<key>-warm` and `<key>-direct`. Every other text is the neutral one.
checkin-hello-warm = Good morning{ $name }! Good to see you.
checkin-hello-direct = Morning{ $name }.
checkin-question-warm = And you, how do you feel this morning? Say it as it is, the plan adapts.
checkin-question-direct = How do you feel?
checkin-rest-warm = Good morning{ $name }! Rest today, and it counts as much as a session: enjoy it.
checkin-rest-direct = Morning{ $name }. Rest today.
log-noted-warm = ✓ Noted, and it all adds up: { $what }.
log-noted-direct = ✓ { $what }.
log-noted-extra-warm = ✓ Noted on top of your plan, { $day }: { $what }. Mind your recovery.
log-noted-extra-direct = ✓ Off plan, { $day }: { $what }.
log-skipped-warm = Noted, and no harm done: one skipped session does not change a plan. Next: { $date }, { $what }.
log-skipped-direct = Noted, nothing to make up. Next: { $date }, { $what }.
weekly-nothing-told-warm = I have nothing noted this week. If you ran, tell me with /log. If not, all is well: we set off together with the coming week.
weekly-nothing-told-direct = Nothing noted. If you ran: /log. Nothing to make up.
weekly-accepted-warm = ✓ This week is on, and I am with you.
weekly-accepted-direct = ✓ Week accepted.
