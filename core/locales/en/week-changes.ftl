# Why a session changed while the plan runs
week-change-lighten-why = A week lightened at your request: fewer kilometres and nothing hard while you recover.
week-change-follow-why = A little shorter than planned: after a lighter week you climb by no more than 10 %.
week-change-repeat-why = We take up the week you missed: the same sessions, nothing added.
