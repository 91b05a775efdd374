# Ce que le coureur doit savoir de son plan
notice-compressed = Il reste { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
} et il en faudrait { $least } pour préparer { $distance } : je ne force pas la progression, l’objectif devient de finir. Une course le { $date } ou plus tard te laisserait le temps.
notice-starts-later = Ta course est loin : le plan de { $weeks } semaines commence le { $date }. D’ici là, { $count ->
    [one] { $count } semaine facile
   *[other] { $count } semaines faciles
} pour garder la forme.
notice-no-reference = Sans temps récent, tes séances sont à l’effort (RPE de 1 à 10). Quand 20 minutes sans marcher te seront faciles, cours un 5 km de ton mieux, donne-moi le résultat dans /settings, et je te donne tes allures.
notice-no-reference-injury = Sans temps récent, tes séances sont à l’effort (RPE de 1 à 10). Pas de test tant que tu as mal : quand ton plan aura retrouvé la vitesse sans douleur, cours un 5 km de ton mieux, donne-moi le résultat dans /settings, et je te donne tes allures.
notice-no-reference-run = Sans temps récent, tes séances sont à l’effort (RPE de 1 à 10). Un jour où tu es frais, cours un 5 km de ton mieux, donne-moi le résultat dans /settings, et je te donne tes allures.
notice-no-reference-test = Sans temps récent, tes séances sont à l’effort (RPE de 1 à 10). Un test est prévu { $day } de la semaine { $week } : donne-moi le résultat dans /settings, et je te donne tes allures.
notice-heat = { $temperature } °C attendus : compte { $percent } % de temps en plus ({ $pace }), commence les sorties au chaud le { $date }, bois 400 à 800 ml par heure avec du sel.
notice-heat-effort = { $temperature } °C attendus : compte { $percent } % de temps en plus, pars à l’effort et non à l’allure, commence les sorties au chaud le { $date }, bois 400 à 800 ml par heure avec du sel.
notice-altitude = Course à { $altitude } m : l’air plus rare te prend environ { $percent } % de ton souffle. Arrive deux semaines avant, ou dans les 24 h qui précèdent, et cours à l’effort.
notice-health = { $advice }
notice-injury = { $summary } { $rule }
notice-injury-back = Le retour, semaine { $week } : { $text }
notice-injury-other = Tu parles de { $part } : je n’adapte pas le plan pour cela. Si la douleur dure plus de quelques jours ou te fait boiter, consulte avant de courir.
notice-layoff = Après { $days } jours d’arrêt, tu repars à { $percent } % de ton volume, tout en facile jusqu’à la semaine { $weeks }.
notice-layoff-vdot = Après { $days } jours d’arrêt, tu repars à { $percent } % de ton volume, tout en facile jusqu’à la semaine { $weeks } ; tes allures sont ralenties de { $loss } %.
notice-goal-from-race = Ta course fait { $km } km : le plan prépare { $distance }, pas { $goal }.
notice-realism = Sur tes temps actuels, compte { $expected } sur marathon : la formule annonce { $formula }, mais sous 64 km par semaine elle est trop optimiste de 5 à 7 %.
notice-realism-long = La distance demande une sortie de { $needed } km ; en partant de là, le plan monte à { $longest } km. Vise de finir, en marchant aux ravitaillements.
notice-realism-far = Pour ta santé, je te déconseille cette course : la distance demande une sortie de { $needed } km et, en partant de là, le plan ne monte qu’à { $longest } km. Choisis une course vers le { $date }, ou une distance plus courte. Si tu la cours quand même, alterne course et marche dès le départ.
notice-realism-long-later = La distance demande une sortie de { $needed } km ; en partant de là, le plan monte à { $longest } km. Vise de finir, en marchant aux ravitaillements, ou choisis une course vers le { $date } : tu aurais le temps d’y arriver.
notice-realism-two = Avec { $sessions } séances par semaine, un { $distance } se prépare pour le finir ; une séance de plus change beaucoup.
notice-two-runs = Avec deux séances par semaine, chacune devient longue (jusqu’à { $long } km le jour long et { $other } km l’autre jour) : une troisième séance courte répartirait mieux l’effort.
notice-ultra-beginner = Un ultra demande plusieurs années de course : ce plan te mène au bout en alternant marche et course, parles-en à un médecin du sport.
notice-days = Tu as { $available } jours libres pour { $sessions } séances : j’ai ajouté { $days }. Change-les dans les réglages si besoin.
