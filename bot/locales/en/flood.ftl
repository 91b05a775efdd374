flood-slow-down = ⏳ You are too fast for me: I will not read anything for a minute. Write to me after that, and we go on from where we were.
