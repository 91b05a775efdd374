# Le bloc calme qui complète une séance.
coaches-extras-title = Tronc et hanches
coaches-extras-how = Sans chrono, proprement : souffle à chaque effort, arrête la série si le dos se creuse.
