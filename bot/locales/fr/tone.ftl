# Other tones of the messages that matter: `<key>-warm` and `<key>-direct`. Every other text is the neutral one.
checkin-hello-warm = Bonjour{ $name } ! Ça fait plaisir de te retrouver.
checkin-hello-direct = Bonjour{ $name }.
checkin-question-warm = Et toi, comment te sens-tu ce matin ? Réponds comme c’est, le plan s’adapte.
checkin-question-direct = Ta forme ?
checkin-rest-warm = Bonjour{ $name } ! Repos aujourd’hui, et il compte autant qu’une séance : profites-en.
checkin-rest-direct = Bonjour{ $name }. Repos aujourd’hui.
log-noted-warm = ✓ C’est noté, et tout cela s’additionne : { $what }.
log-noted-direct = ✓ { $what }.
log-noted-extra-warm = ✓ Noté en plus de ton plan, { $day } : { $what }. Pense à récupérer.
log-noted-extra-direct = ✓ Hors plan, { $day } : { $what }.
log-skipped-warm = C’est noté, et ce n’est rien : une séance sautée ne change pas un plan. La suite : { $date }, { $what }.
log-skipped-direct = Noté, rien à rattraper. Suite : { $date }, { $what }.
weekly-nothing-told-warm = Je n’ai rien de noté cette semaine. Si tu as couru, raconte-moi avec /log. Sinon, tout va bien : on repart ensemble avec la semaine qui vient.
weekly-nothing-told-direct = Rien de noté. Si tu as couru : /log. Rien à rattraper.
weekly-accepted-warm = ✓ C’est parti pour cette semaine, je suis avec toi.
weekly-accepted-direct = ✓ Semaine acceptée.
