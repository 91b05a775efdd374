# La reprise progressive : ce que devient une séance pendant une marche de la reprise
gating-run-walk-type = Course et marche
gating-run-walk-description = Une minute de course, une minute de marche, sur du plat. Arrête si la gêne monte au-dessus de 2 sur 10.
gating-run-walk-structure = { $count } × (1 min de course facile + 1 min de marche)
gating-pain-out-of-range = La douleur se note de 0 (rien) à { $most } (insupportable), en nombre entier.
