# The morning: what changes from day to day in the messages of the check-in.
morning-fit-easy = It’s an easy day: giving it everything means staying easy from start to finish.
morning-fit-held = This morning, giving it everything means keeping to this version, and stopping if it hurts.
morning-rest = Good morning{ $name }! { $turn ->
    [0] Rest day: this is when your body gets stronger.
    [1] A day of rest. A walk or some gentle mobility if you feel like it, nothing more.
    [2] Rest, nothing to run. Your muscles repair, and the next session will be better for it.
    [3] Rest. Eat, drink, go to bed early: that is training too.
   *[other] Rest is on the plan. Nothing to make up, nothing to get ahead of.
}
