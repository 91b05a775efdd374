# Why Claude gave no answer: a sentence for each reason; whoever asked says what happens next.
claude-overloaded = Claude is swamped right now.
claude-outage = Claude is down right now.
claude-unreachable = I cannot reach Claude.
claude-too-slow = Claude took too long to answer.
claude-cut = Claude’s answer broke off halfway.
claude-rate-limited = Too many requests to Claude at once: it needs a short wait.
claude-spend-cap = This bot’s Claude account has reached its limit: its owner has to raise it.
claude-runner-budget = You have used all your requests to Claude for today; they come back tomorrow.
claude-daily-budget = The bot has used all its requests to Claude for today; they come back tomorrow.
claude-refused = Claude would not answer this request.
claude-truncated = Claude’s answer was too long to be complete.
claude-unusable = Claude’s answer could not be used.
claude-request-rejected = Claude did not accept my request: the mistake is on my side.
claude-off = Claude is not available on this bot for now.
