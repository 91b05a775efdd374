flood-slow-down = ⏳ Tu vas trop vite pour moi : je ne lis plus rien pendant une minute. Écris-moi ensuite, je reprends où nous en étions.
