# The injury risk: its picture, its words, and the lighter week.
command-risk = Your injury risk
risk-score = <b>Injury risk: { $score } out of 100</b> ({ $level })
risk-heaviest = What weighs most: { $reason }
risk-nothing-weighs = Nothing weighs this week: keep going like this.
risk-to-do = <b>What to do</b>
risk-bullet = • { $text }
risk-chart-title = Injury risk this week
risk-chart-factors = What adds to it, in points
risk-chart-history = Your last weeks
risk-chart-no-history = Tracking starts this week.
risk-chart-zone-green = low
risk-chart-zone-yellow = moderate
risk-chart-zone-red = high
risk-alt = Injury risk: { $score } out of 100, { $level }.
risk-alt-factor = { $name }: { $points } out of { $most }.
risk-alt-history = Last weeks: { $scores }.
risk-button-lighten = Lighten the week
risk-button-apply = Apply
risk-button-cancel = Cancel
risk-button-undo = Back to the planned week
risk-lighter = <b>A lighter week: { $after } instead of { $before }</b>
risk-lighter-day =
    { $day } · { $before }
    → { $after }
risk-lighter-following = { $weeks ->
    [one] The following week is a little shorter: you climb by no more than 10 %.
   *[other] The { $weeks } following weeks are a little shorter: you climb by no more than 10 %.
}
risk-lightened = ✓ Done: { $km } that week. The days are in /week.
risk-left = Your week stays as it is.
risk-undone = ✓ Your week is the planned one again.
risk-already = This week is lightened already.
risk-nothing-to-lighten = Nothing is left to lighten without upsetting the plan.
risk-gone = This button belongs to an earlier plan. Today’s risk: /risk
