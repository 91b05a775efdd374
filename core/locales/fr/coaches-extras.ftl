# Le bloc calme qui complète une séance.
coaches-extras-title = Tronc et hanches
coaches-extras-how = Sans chrono, proprement : souffle à chaque effort, arrête la série si le dos se creuse.
coaches-extras-offer-shorter = Avec ce que tu as et ce qui te fait mal, { $shorter } suffisent : le reste ne serait que du remplissage.
