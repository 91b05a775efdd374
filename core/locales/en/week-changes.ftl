# Why a session changed while the plan runs
week-change-lighten-why = A week lightened at your request: fewer kilometres and nothing hard while you recover.
week-change-follow-why = A little shorter than planned: after a lighter week you climb by no more than 10 %.
week-change-repeat-why = We take up the week you missed: the same sessions, nothing added.
week-change-moved-why = Moved at your request: the same session on another day.
week-change-ease-why = Made easier: easy running and shorter, so that the rest of the week holds.
week-change-fewer-why = One repetition less: hard work keeps its place in a lighter week.
week-change-fit-why = Shortened: it keeps its share of the week and of your last runs.
week-change-way-back-why = Coming back after your days off: shorter and all easy, then up again.
