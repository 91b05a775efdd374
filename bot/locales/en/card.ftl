# The card of a session: buttons, profile, why, treadmill, heat.
card-button-profile = 📊 Profile
card-button-why = Why?
card-button-more = ⋯ More
card-button-back = ‹ The session
card-button-detail = ✨ The detail
card-button-move = Move
card-button-ease = Go easier
card-button-skip = Skip
card-button-treadmill = On a treadmill
card-button-heat = 🌡 It’s hot
card-button-watch = ⌚ Watch (.fit)
card-button-calendar = 📅 Calendar
card-button-humid = The air is humid
card-button-dry = The air is dry
card-gone = This button comes from an earlier plan. Today’s session: /today
card-no-session-today = No run planned today: nothing to explain or adjust. What comes next: /week
card-effort = effort { $rpe }
card-zone-E = easy, you can talk in sentences
card-zone-M = steady, you talk in short phrases
card-zone-T = hard but even
card-zone-I = hard, two words at most
card-zone-R = fast and relaxed
card-zone-hill = uphill, strong and even
card-zone-effort = by feel
card-zone-race = your race pace
card-block-warm-up = Warm-up
card-block-first = First
card-block-cool-down = Cool-down
card-block-walk = Walk
card-block-run = Run
card-recovery-jog = { $length } jog after each
card-recovery-walk = { $length } walk after each
card-recovery-rest = { $length } rest after each
card-picture-minutes = minutes
card-picture-effort-3 = easy 3
card-picture-effort-5 = steady 5
card-picture-effort-8 = hard 8
card-picture-caption = 📊 <b>{ $what }</b>: minutes from left to right; the higher, the harder the effort (1 to 10).

card-why-title = <b>Why this session</b>
card-why-none = It keeps your endurance up: the surest way to get better.
card-why-adjusted = Today it is adapted to how you feel. First planned: { $what }.
card-why-phase = <b>Its place:</b> week { $week } of { $weeks }, stage “{ $phase }” ({ $last ->
    [0] one week
   *[other] week { $place } of { $last }
}): { $purpose }.
card-why-recovery-week = This is a lighter week: you recover so that the work sinks in.
card-why-share = <b>Its weight:</b> { $km } of this week’s { $total }.
card-why-numbers = <b>The paces</b> come from your time: { $time } over { $distance }. A new result changes them: /settings
card-why-numbers-vdot = <b>The paces</b> come from your measured level (VDOT { $vdot }). A new result changes them: /settings
card-why-no-numbers = <b>No pace to the second</b>: you gave no time, so effort from 1 to 10 guides you better. A recent time will give paces: /settings

card-treadmill-title = <b>On a treadmill</b> · { $what }
card-treadmill-incline = Incline { $percent }%: it stands in for the air you don’t have to push through.
card-treadmill-line = { $length } at { $target }
card-treadmill-line-effort = { $length }, { $target }
card-treadmill-name = <b>{ $name }</b>: { $rest }
card-treadmill-slope = incline { $percent }%
card-treadmill-recovery = then { $length } at { $speed } after each
card-treadmill-recovery-walk = then { $length } walking at { $speed } after each
card-treadmill-recovery-jog = then { $length } of jogging after each
card-treadmill-recovery-rest = then { $length } of rest after each
card-treadmill-effort = Set the speed by effort: finish each part the way it is written, without holding the rails.
card-treadmill-down = A treadmill does not go downhill: keep the descents for outdoors, and run flat and easy here.
card-treadmill-cooler = It is warmer indoors: take a drink and a fan.

card-heat-ask = 🌡 <b>How warm will it be when you run?</b> Tap, or write it: “it’s 31”, “31°C humid”.
card-heat-title = 🌡 <b>{ $temperature }°C{ $humidity ->
    [0] {""}
   *[other] , { $humidity }% humidity
}</b> · { $what }
card-heat-cool = Nothing to change: at this temperature the heat does not slow you down. Keep the session as it is.
card-heat-why = The heat costs about { $percent }%: your heart also beats to cool you. Same effort, slower pace.
card-heat-paces = <b>For today only:</b>
card-heat-pace = { $name }: { $before } → <b>{ $after }</b>
card-heat-rest = The rest is run by effort: keep the same feeling.
card-heat-effort = You run by effort: keep the same feeling and let the pace drop.
card-heat-advice-warm = Drink when thirsty, look for shade.
card-heat-advice-hot = Run early or late, in the shade, and drink 400 to 800 ml an hour in small sips.
card-heat-advice-dangerous = Too hot to push in the sun: run before 9 am or after 8 pm, or on a treadmill. Drink 400 to 800 ml an hour, with salt beyond one hour.
card-heat-advice-hard = If this is your only hour, run easy: the hard session can wait. Chills, dizziness, nausea: stop in the shade.
card-heat-advice-race = Start at the pace on the right, wet yourself and drink at every aid station. Chills, dizziness, nausea: stop in the shade.
card-heat-kept = Your plan does not change.

card-detail-title = <b>The detail</b> · { $what }

command-why = Why today’s session
