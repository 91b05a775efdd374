# Ce que la file d’attente dit quand le détail des séances tarde.
queue-late = ⏳ Le détail de tes séances prend du retard : Claude ne répond pas en ce moment. Tes séances restent complètes, tu peux les courir telles quelles. Le détail arrivera tout seul.
