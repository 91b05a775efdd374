# The morning check-in: what changes today, and why
checkin-fit = Give it everything!
checkin-fit-rest-day = You feel good and it is a rest day: save that energy, rest is part of the plan.
checkin-tired = Noted, you are tired: intensity goes down by 10%. Your pace goes from { $before } to { $after }. You keep the habit without digging deeper.
checkin-tired-effort = Noted, you are tired: intensity goes down by 10%. Run by feel, one notch easier than planned.
checkin-tired-to-easy = Noted, you are tired: “{ $type }” becomes an easy run, at { $after } instead of { $before }. A hard session on a tired body costs more than it gives.
checkin-tired-to-easy-pace = Noted, you are tired: “{ $type }” becomes an easy run, at { $after }. A hard session on a tired body costs more than it gives.
checkin-tired-to-easy-effort = Noted, you are tired: “{ $type }” becomes an easy run, at a pace where you can talk. A hard session on a tired body costs more than it gives.
checkin-tired-race = Tired on race day: start 10% slower, at { $after } instead of { $before }, and speed up only if your body says yes.
checkin-tired-race-effort = Tired on race day: start one notch easier than planned, and speed up only if your body says yes.
checkin-tired-gym = Noted, you are tired: intensity goes down by 10%. Take a tenth off the weights or the effort and keep your form clean.
checkin-tired-rest-day = Noted, you are tired. Today is a rest day already: do nothing more, and get an early night.
checkin-tired-again = { $days } tired days in a row: complete rest today. Rest is when the body gets stronger; sleep, drink, and we talk again tomorrow.
checkin-exhausted = You are very tired: complete rest today. Missing one session costs nothing, training exhausted leads to injury. We talk again tomorrow.

# The hard session turned easy
checkin-nameless = The planned session
checkin-easy-type = Easy run
checkin-easy-description = One easy run without stopping, at a pace where you can talk. Walk if you need to.
checkin-easy-structure = { $minutes } without a break, easy from start to finish
