# Une séance en train de se faire : un écran à la fois.
coach-player-where = <b>{ $block }</b> · { $place } sur { $places }
coach-player-set = <b>{ $movement }</b> · série { $number } sur { $sets }
coach-player-round = <b>{ $movement }</b> · tour { $number } sur { $sets }
coach-player-cue = Repère : { $cue }
coach-player-ramp = Pour monter en charge : léger et net.
coach-player-ask-load = Quelle charge ? Choisis, ou écris « 52,5 kg » : je la garde pour la prochaine fois.
coach-player-then = Ensuite : { $what }
coach-player-resting = ⏱ Repos jusqu’à { $until }. Je sonne à la fin.
coach-player-rest-over = ⏱ <b>Repos fini, à toi.</b>

coach-player-set-done = ✓ Série faite
coach-player-list-done = ✓ Fait
coach-player-skip = Passer
coach-player-swap = Échanger
coach-player-see = Voir le geste
coach-player-see-number = Voir { $number }
coach-player-stop = Finir là
coach-player-rest = ⏱ Repos { $rest }
coach-player-quiet = 🔕 Sans sonnerie
coach-player-back = ‹ Retour

coach-player-clock-start = ▶ Lancer le chrono
coach-player-clock-done = ✓ Fini : noter mon temps
coach-player-running = Chrono : <b>{ $passed }</b> (parti à { $since })
coach-player-until = Fin à { $until }, reste { $left }
coach-player-minute = Minute <b>{ $minute }</b> sur { $minutes }
coach-player-rounds = Tours faits : <b>{ $rounds }</b>
coach-player-round-more = +1 tour ({ $rounds })
coach-player-look = 🔄 Où j’en suis
coach-player-time-over = ⏱ <b>{ $length } : c’est fini.</b> Pose tout, souffle, puis note ton résultat.
coach-player-note-result = Noter mon résultat

coach-player-ask-swap = <b>{ $movement }</b> : pourquoi changer ?
coach-player-no-equipment = Le matériel manque
coach-player-hurts = Ça me fait mal
coach-player-swapped = À la place : { $movement }.
coach-player-swapped-pain = À la place, sans charger l’endroit : { $movement }. Si ça fait mal encore, passe, et dis-le-moi avec /pain
coach-player-no-swap = Je n’ai rien d’équivalent : passe ce mouvement.

coach-player-ask-effort =
    <b>Terminé. C’était dur comment ?</b>
    1 : rien senti · 5 : soutenu · 8 : très dur · 10 : le maximum
coach-player-resume = ‹ Reprendre la séance
coach-player-drop = Ne pas la compter
coach-player-dropped = D’accord, elle ne compte pas. Une autre quand tu veux : /session
coach-player-noted = { $count ->
    [0] ✓ Noté : effort { $rpe } sur 10.
    [one] ✓ Noté : { $count } série, effort { $rpe } sur 10.
   *[other] ✓ Noté : { $count } séries, effort { $rpe } sur 10.
}
coach-player-result = { $block } : { $rounds ->
    [0] { $time }
    [one] { $rounds } tour, { $time }
   *[other] { $rounds } tours, { $time }
}
coach-player-next-time =
    <b>La prochaine fois</b>
    { $lines }
coach-player-already = Déjà noté.
coach-player-old = Cet écran est d’avant. Là où tu en es : /session
coach-player-over = Cette séance est finie. Une autre : /session
coach-player-amount-noted = { $amount } à cette série.
coach-player-load-noted = { $kg } kg, c’est noté.
