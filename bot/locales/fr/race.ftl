# The race of a plan: the week before it, the day, and after.
race-yours = Ta course
