# The live calendar: a private address that calendar programs read by themselves.
feed-ways =
    📅 <b>Your plan in your calendar.</b>
    • The subscription follows your plan by itself: a session you move here moves in your calendar too.
    • The file is a copy of today, to be sent again after a change.
feed-ways-day = For sessions at a set hour: /calendar 18:30
feed-ways-timed = Your sessions will be there at { $time }.
feed-button-subscribe = 🔄 Subscribe
feed-button-file = 📄 Get the .ics file

feed-title = 🔄 <b>Your subscription is ready.</b>
feed-day = Your sessions will show for the whole day.
feed-timed = Your sessions will show at { $time }.
feed-how =
    One thing is left to do:
    • iPhone, iPad, Mac: tap “Apple”, then “Subscribe”.
    • Android, Gmail: tap “Google”, then “Add”. Google reads the calendar again about once a day.
    • Elsewhere: copy the address into “Subscribe to a calendar”.
feed-how-local = One thing is left to do, on this computer only: tap “Apple”, or copy the address into “Subscribe to a calendar”.
feed-private = 🔒 Whoever knows this address reads your plan, without your name. I keep only a fingerprint of it and cannot show it again. If it got out, change it: the old one will stop answering.
feed-button-apple = Apple: open the calendar
feed-button-google = Google: add the calendar
feed-button-renew = Change the address
feed-button-stop = Stop the subscription
feed-kept =
    🔄 <b>You have had a subscription since { $date }.</b>
    I keep only a fingerprint of it: to add it to another device, find my message of that day, or change the address. The old one will stop answering, and your calendars will need the new one.
feed-stopped = ✓ The subscription is stopped: the address no longer answers. Remove it from your calendar too, where sessions already read may stay. To start again: /calendar
