# Le coach des compétitions : formats, stations, consignes, règles. RunCoach est indépendant des marques citées.

coaches-competitions-focus-hyrox = Simulation au format HYROX
coaches-competitions-focus-compromised-run = Courir sur jambes fatiguées
coaches-competitions-focus-race-pace = Allure de course
coaches-competitions-focus-weak-ski = Point faible : SkiErg
coaches-competitions-focus-weak-push = Point faible : pousser le traîneau
coaches-competitions-focus-weak-pull = Point faible : tirer le traîneau
coaches-competitions-focus-weak-burpees = Point faible : burpees sautés
coaches-competitions-focus-weak-row = Point faible : rameur
coaches-competitions-focus-weak-carry = Point faible : marche du fermier
coaches-competitions-focus-weak-lunges = Point faible : fentes avec sac
coaches-competitions-focus-weak-wall-balls = Point faible : wall balls
coaches-competitions-focus-deka-fit = Format DEKA FIT
coaches-competitions-focus-deka-mile = Format DEKA MILE
coaches-competitions-focus-deka-strong = Format DEKA STRONG

coaches-competitions-station-ski = SkiErg
coaches-competitions-station-push = pousser le traîneau
coaches-competitions-station-pull = tirer le traîneau
coaches-competitions-station-burpees = burpees sautés
coaches-competitions-station-row = rameur
coaches-competitions-station-carry = marche du fermier
coaches-competitions-station-lunges = fentes avec sac
coaches-competitions-station-wall-balls = wall balls
coaches-competitions-station-lunge = fentes arrière
coaches-competitions-station-box = montée sur caisse
coaches-competitions-station-sit-up = sit-up avec lancer
coaches-competitions-station-bike = air bike
coaches-competitions-station-over = balle par-dessus
coaches-competitions-station-tank = traîneau aller et retour
coaches-competitions-station-burpee = burpees lestés

coaches-competitions-places-station = stations
coaches-competitions-places-zone = zones
coaches-competitions-full-all = Toutes les { $places }, en entier
coaches-competitions-full-first = { $stations } premières { $places }, en entier
coaches-competitions-full-last = { $stations } dernières { $places }, en entier
coaches-competitions-full-some = { $stations } { $places }, en entier
coaches-competitions-half-all = Toutes les { $places }, à moitié
coaches-competitions-half-first = { $stations } premières { $places }, à moitié
coaches-competitions-half-last = { $stations } dernières { $places }, à moitié
coaches-competitions-half-some = { $stations } { $places }, à moitié
coaches-competitions-quarter-all = Toutes les { $places }, au quart
coaches-competitions-quarter-first = { $stations } premières { $places }, au quart
coaches-competitions-quarter-last = { $stations } dernières { $places }, au quart
coaches-competitions-quarter-some = { $stations } { $places }, au quart
coaches-competitions-title-hyrox = Ta part du relais
coaches-competitions-title-compromised-run = Station, course, station, course
coaches-competitions-title-race-pace = Pour finir en { $target }
coaches-competitions-title-own = Dans l’ordre du format
coaches-competitions-title-weak = Technique, force, puis sous fatigue

coaches-competitions-purpose-hyrox = Apprendre l’ordre, les transitions et ton rythme avant le jour J.
coaches-competitions-purpose-deka = Répéter les zones dans leur ordre, pour savoir où tu perds du temps.
coaches-competitions-purpose-compromised-run = Retrouver ta foulée tout de suite après une station : c’est là que se joue la course.
coaches-competitions-purpose-race-pace = Mettre ton allure de course dans les jambes : ni plus vite, ni plus lent.
coaches-competitions-purpose-weak = Gagner du temps là où tu en perds le plus.

coaches-competitions-part-technique = Technique
coaches-competitions-part-strength = Force
coaches-competitions-part-tired = Sous fatigue
coaches-competitions-how-technique = Court et parfait : arrête-toi dès que le geste change.
coaches-competitions-how-strength = L’un après l’autre, deux à trois répétitions en réserve.
coaches-competitions-how-simulation = Dans l’ordre, sans pause prévue : cours en dedans les deux premières fois, marche dans les transitions s’il le faut.
coaches-competitions-how-no-run = Dans l’ordre, sans pause prévue : garde une cadence que tu tiendrais jusqu’au bout.
coaches-competitions-how-again = Dans l’ordre, sans pause prévue dans un passage ; vise le même temps à chaque fois.
coaches-competitions-how-relay = Deux courses et deux stations, comme ta part du relais : tu peux partir plus vite qu’en individuel.
coaches-competitions-how-weak = Cours, puis { $station } tout de suite, sans t’arrêter pour souffler.
coaches-competitions-how-compromised = Enchaîne sans pause : les 200 premiers mètres courts et souples, puis ton allure.
coaches-competitions-plain-intervals = Enchaîne sans pause dans le tour, à l’allure de ta course ; repose-toi vraiment entre les tours.
coaches-competitions-how-machine = Enchaîne sans pause dans le tour, au même effort à chaque passage.
coaches-competitions-how-pacing = Tiens l’allure à 5 s près par kilomètre, même si elle paraît lente au début.

coaches-competitions-instead = Remplace : { $station }.
coaches-competitions-load-race = En course : { $race } kg.
coaches-competitions-load-target = En course : { $race } kg, cible à { $metres } m.
coaches-competitions-box-height = Caisse de { $height } cm.
coaches-competitions-load-unconfirmed = En course : { $race } kg, à vérifier dans le règlement.
coaches-competitions-split-runs = Répartition pour { $target } : chaque kilomètre en { $run }, { $ways } en tout pour les transitions.
coaches-competitions-split-stations = Stations : SkiErg { $ski }, pousser { $push }, tirer { $pull }, burpees { $burpees }, rameur { $row }, fermier { $carry }, fentes { $lunges }, wall balls { $wall_balls }. Ce sont des ordres de grandeur, pas un barème officiel.

coaches-competitions-note-doubles = En duo, vous courez chaque kilomètre ensemble et vous partagez les stations comme vous voulez : ici tu fais ta moitié, puis tu te reposes pendant celle de l’autre.
coaches-competitions-note-relay = En relais, quatre athlètes : deux courses et deux stations chacun.
coaches-competitions-note-sex = Les charges officielles dépendent de la catégorie femmes ou hommes : sans elle, choisis une charge à RPE 7.
coaches-competitions-note-unconfirmed = Certaines charges de cette catégorie ne sont pas confirmées par un tableau public : vérifie le règlement avant la course.
coaches-competitions-note-relay-mixed = Pour le relais mixte, les sources se contredisent sur les charges : travaille à RPE 7 et vérifie le règlement.
coaches-competitions-note-deka-women = Les charges DEKA des femmes ne sont pas confirmées par un tableau public : vérifie le règlement avant l’épreuve.
coaches-competitions-note-format = Format de la saison { $season }, tel que publié ; RunCoach est indépendant de l’organisateur, et le règlement peut changer.

coaches-competitions-scale-simulation-rx = Comme écrit : si tu cours le dernier tronçon à moins de 10 % du premier.
coaches-competitions-scale-no-run-rx = Comme écrit : si ta dernière station garde le rythme de la première.
coaches-competitions-scale-simulation-intermediate = Intermédiaire : mêmes distances, charges à 80 % de la course.
coaches-competitions-scale-simulation-beginner = Débutant : la moitié des répétitions, charges à 60 %, et marche quand tu veux.
coaches-competitions-scale-intervals-rx = Comme écrit : si chaque tour reste à 5 % près du premier.
coaches-competitions-scale-intervals-intermediate = Intermédiaire : un tour de moins, charges à 80 % de la course.
coaches-competitions-scale-intervals-beginner = Débutant : la moitié des tours, charges à 60 %, le double de repos.

coaches-competitions-team-doubles = Duo Open
coaches-competitions-team-mixed = Duo mixte Open
coaches-competitions-team-relay = Relais
coaches-competitions-team-single-pro = Individuel Pro
coaches-competitions-offer-pro-doubles = Les charges du duo Pro ne sont dans aucun tableau que j’ai pu vérifier.
coaches-competitions-offer-pro-relay = Le relais n’a pas de catégorie Pro : tout le monde y prend les charges Open.
coaches-competitions-offer-target = Finir en { $target }, ce n’est pas une cible de course : entre { $fastest } et { $slowest }, je peux t’aider à la préparer.
coaches-competitions-usual-target = un temps habituel
coaches-competitions-offer-too-little = Avec ce qui te fait mal ou ce qui te manque, il ne reste pas assez de ce format pour que la séance soit utile.

coaches-rule-competitions-order = { $movement } n’est pas à sa place dans l’ordre du format.
coaches-rule-competitions-dose = { $movement } : { $amount } d’un coup, alors que la course en demande { $most }.
coaches-rule-competitions-load = { $movement } : { $load } kg, plus que les { $race } kg de la course.
