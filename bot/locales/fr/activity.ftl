# A run sent as a file: read, matched, compared.
activity-title = 🏃 <b>{ $day }</b>
activity-figures = { $distance } en { $time }
activity-climb = D+ { $climb }
activity-heart-rate = { $beats } bpm
activity-stops = arrêts { $time }
activity-extra = Sortie hors plan
activity-minutes = minutes de course
activity-asked = { $zone }, demandé
activity-run-line = ton allure
activity-zone-E = Facile
activity-zone-M = Allure marathon
activity-zone-T = Seuil
activity-zone-I = Intervalles
activity-zone-R = Répétitions
activity-zone-race = Course
activity-read-easy-kept = Allure facile tenue : { $done } pour { $target }. C’est là que l’endurance se construit sans user. La suite : rien à changer.
activity-read-easy-fast = La distance y est, l’allure était plus vive que prévu : { $done } pour { $target }. Un footing vraiment facile garde tes jambes pour les séances dures. La prochaine fois : pas plus vite que { $limit }.
activity-read-easy-slow = Sortie faite, plus doucement que prévu : { $done } pour { $target }. En facile c’est sans importance : chaleur, terrain ou fatigue suffisent. La suite : continue à l’aisance, pas à la montre.
activity-read-work-kept = { $zone } : { $done } pour { $target } demandé. Le travail prévu est fait, à la bonne allure. La suite : la même retenue à la prochaine séance.
activity-read-work-fast = { $zone } : { $done } pour { $target } demandé, plus vite que prévu. Au-delà, la séance fatigue plus et entraîne autre chose. La prochaine fois : tiens { $target }{ $tells ->
    [yes]  ; si trois séances disent la même chose, je te proposerai d’autres allures.
   *[no] .
 }
activity-read-work-slow = { $zone } : { $done } pour { $target } demandé. L’effort compte plus que le chrono : vent, chaleur ou fatigue suffisent. La prochaine fois : pars à l’effort prévu{ $tells ->
    [yes]  ; si trois séances disent la même chose, je te proposerai d’autres allures.
   *[no] .
 }
activity-read-work-fading = { $zone } : { $first } au début, { $last } à la fin, pour { $target } demandé. Un départ trop vif prend l’énergie de la fin. La prochaine fois : commence vers { $slower } et finis comme tu as commencé.
activity-read-short = { $km } sur { $planned } prévus. Une séance écourtée compte, et ce qui manque ne se rattrape pas. La suite : la prochaine séance, comme prévu.
activity-read-by-effort = { $km } faits. Cette séance se court à l’effort : il n’y a pas d’allure à comparer. La suite : dis-moi l’effort ressenti, c’est lui qui compte.
activity-read-extra = Comptée dans ta semaine et dans ton risque de blessure. La suite : la prochaine séance reste comme prévu ; si tu te sens fatigué, dis-le au point du matin.
activity-doubt-told = Tu as déjà noté la séance de ce jour. Ce fichier, c’est :
activity-doubt-unlike = La longueur ne ressemble pas à la séance de ce jour. C’était :
activity-doubt-none = Rien n’était prévu ce jour-là. C’était :
activity-doubt-old = Cette sortie a plus d’une semaine : je peux la compter, à part de ton plan.
activity-ahead = Cette sortie est datée du { $day }, dans le futur : vérifie l’heure de ta montre, puis exporte-la à nouveau.
activity-button-extra = Une sortie en plus
activity-button-drop = Ne pas la noter
activity-dropped = Je ne l’ai pas notée, et je n’en garde rien.
activity-duplicate = Je connais déjà cette sortie ({ $figures }) : rien n’est compté deux fois.
activity-gone = Cette question n’est plus ouverte : renvoie le fichier si tu veux.
activity-or-course = Cette trace a des heures et la longueur de ta course, { $race }. C’est une sortie à toi, ou le parcours de la course ?
activity-button-run = Ma sortie, à noter
activity-button-course = Le parcours de ma course
# Other paces, after a race or three sessions that agree.
paces-offer-faster = ⏱ <b>Tes allures ont pris un temps d’avance</b>
    Trois séances de suite plus rapides que demandé, sans plus d’effort :
paces-offer-slower = ⏱ <b>Tes allures sont peut-être un peu rapides</b>
    Trois séances de suite plus lentes que demandé, à l’effort prévu ou plus. Fatigue, chaleur, vie chargée : cela arrive, et s’ajuste :
paces-offer-race = ⏱ <b>Ce que dit ce chrono</b>
    { $performance } donne un VDOT de { $vdot } (ton niveau en un nombre).
paces-signal = • { $date }, { $zone } : { $done } pour { $target }, effort { $told } ({ $planned } prévu)
paces-change = VDOT { $before } → { $after }
paces-line = { $zone } : { $before } → { $after }
paces-first = { $zone } : { $pace }
paces-why = Les séances qui restent gardent leur longueur ; seules leurs allures changent. Rien n’est changé pour l’instant.
paces-why-next = Ton prochain plan partira de ces allures. Rien n’est changé pour l’instant.
paces-why-first = Ton plan se courait à l’effort ; avec ce chrono je peux l’écrire en allures. Rien n’est changé pour l’instant.
paces-button-apply = Appliquer
paces-button-keep = Garder
paces-same = { $performance } confirme ton niveau (VDOT { $vdot }) : tes allures restent justes.
life-title-paces = <b>Nouvelles allures</b> : { $what }
journal-paces = allures : { $what }
