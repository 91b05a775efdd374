# The catalogue of movements, on the command line.
catalogue-name = Movement
catalogue-kind = Kind
catalogue-needs = Equipment
catalogue-level = Level
catalogue-id = Id
catalogue-nothing-needed = none
catalogue-count = { $count ->
    [one] 1 movement
   *[other] { $count } movements
}
catalogue-none = No movement fits that.
catalogue-aliases = Also called: { $names }
catalogue-equipment = Equipment: { $things }
catalogue-muscles = Muscles: { $names }
catalogue-counted = Counted in { $measure }, about { $seconds } s each
catalogue-counted-each-side = Counted in { $measure } a side, about { $seconds } s each
catalogue-counted-in-time = Counted in { $measure }
catalogue-counted-in-time-each-side = Counted in { $measure } a side
catalogue-hurt = Leave out when it hurts here: { $sites }
catalogue-hurt-nowhere = Loads no sore knee, Achilles tendon, shin, back or shoulder
catalogue-cues = How to do it
catalogue-mistakes = Common mistakes
catalogue-harder = Harder, once it is easy
catalogue-easier-steps = Easier, nearest first: { $names }
catalogue-harder-steps = Harder, nearest first: { $names }
catalogue-way-down = The way in: { $names }
