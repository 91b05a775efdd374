# What the bot says when the failure is its own.
error-apology = ⚠️ Something went wrong on my side: nothing of your last message was saved. Send it again, or type /help.
error-not-saved = ⚠️ I could not save your answer. Nothing to do: I will try again by myself in a moment.
