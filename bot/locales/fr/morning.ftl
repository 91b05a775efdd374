# Le matin : ce qui change d'un jour à l'autre dans les messages du check-in.
morning-fit-easy = C’est un jour facile : tout donner, c’est rester facile du début à la fin.
morning-fit-held = Tout donner, ce matin, c’est s’en tenir à cette version et s’arrêter si ça tire.
morning-rest = Bonjour{ $name } ! { $turn ->
    [0] Repos aujourd’hui : c’est là que ton corps progresse.
    [1] Jour de repos. Une marche ou un peu de souplesse si tu en as envie, rien de plus.
    [2] Repos, rien à courir. Les muscles se réparent, la prochaine séance en profitera.
    [3] Repos. Mange, bois, couche-toi tôt : c’est aussi de l’entraînement.
   *[other] Repos au programme. Tu n’as rien à rattraper et rien à avancer.
}
