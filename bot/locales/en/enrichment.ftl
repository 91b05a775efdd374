# The detail added to sessions: badge, sections, thumbs.
enrichment-badge-fast = ⚡ Ready to run. The detail (warm-up, cues, mistakes) is added in the two weeks before.
enrichment-badge-soon = ⏳ The detail is coming: { $position ->
    [1] you are next
   *[other] number { $position } in line
}, less than two minutes.
enrichment-badge-minutes = ⏳ The detail is coming: { $position ->
    [1] you are next
   *[other] number { $position } in line
}, about { $minutes } min.
enrichment-badge-running = ⏳ The detail is being written right now.
enrichment-badge-batched = ⏳ The detail is coming within the day.
enrichment-badge-claude = ✨ Detail ready, written for this session.
enrichment-badge-catalogue = ✨ Detail ready, from the catalogue.
enrichment-by-catalogue = <i>From the catalogue.</i>
enrichment-week-hint = ✨: detail ready.

enrichment-section = <b>{ $name }</b> · { $what }
enrichment-item = • { $text }
enrichment-section-warm-up = Warm-up
enrichment-section-cues = Cues
enrichment-section-mistakes = Mistakes
enrichment-section-progression = Progression
enrichment-section-technique = Technique
enrichment-section-fuelling = Fuelling
enrichment-section-too-hard = Too hard?
enrichment-section-too-easy = Too easy?

enrichment-button-now = Enrich now
enrichment-button-back = ‹ Back
enrichment-button-next = { $name } ›
enrichment-button-up = 👍 Helpful
enrichment-button-down = 👎 Not helpful

enrichment-first-now = It is next. The detail will appear here by itself.
enrichment-already-now = The detail is being written: it will appear here by itself.
enrichment-gone = This button belongs to an earlier plan. Open /week for the current one.
enrichment-not-yet = The detail is out of date: the session has changed since. Go back to the session.
enrichment-thanks-up = 👍 Noted. I will keep it that way.
enrichment-ask-why = 👎 What is wrong with it? Tap an answer, or write it.
enrichment-reason-vague = Too vague
enrichment-reason-wrong = It is wrong
enrichment-reason-long = Too long
enrichment-reason-other-runner = Not for me
enrichment-thanks-down = Noted: I will take it into account. Your session itself does not change.
