"""Claude: the client and its failures, what calls cost, and the budgets they stay within."""
