# Le coach de callisthénie : figures, parties de la séance, paliers, règles.

coaches-calisthenics-focus-pull-up = Traction
coaches-calisthenics-focus-push-up = Pompe
coaches-calisthenics-focus-dip = Dip
coaches-calisthenics-focus-handstand = Équilibre sur les mains
coaches-calisthenics-focus-l-sit = L-sit
coaches-calisthenics-focus-pistol = Pistol squat
coaches-calisthenics-focus-muscle-up = Muscle-up
coaches-calisthenics-focus-front-lever = Front lever
coaches-calisthenics-focus-back-lever = Back lever
coaches-calisthenics-focus-planche = Planche

coaches-calisthenics-title = { $step }
coaches-calisthenics-purpose = Ton étape du moment : { $step }. La figure d’abord, tant que tu as des forces ; ensuite la force, l’endurance et le tronc.

coaches-calisthenics-purpose-way = Ce qui te rapproche de la figure : { $step }. D’abord cela, en forme ; ensuite la force, l’endurance et le tronc.

coaches-calisthenics-part-skill = Figure
coaches-calisthenics-part-way = Vers la figure
coaches-calisthenics-part-strength = Force
coaches-calisthenics-part-legs = Jambes
coaches-calisthenics-part-endurance = Endurance
coaches-calisthenics-part-trunk = Tronc

coaches-calisthenics-how-wrists = Lentement, dans toute l’amplitude : tes poignets vont porter ton poids.
coaches-calisthenics-how-shoulders = Lentement, sans douleur : si l’épaule tire vers l’arrière, choisis une autre figure aujourd’hui.
coaches-calisthenics-how-hold = { $tension } s sous tension en tout, corps gainé ; dès que la position se défait, la série est finie.
coaches-calisthenics-how-skill = Chaque répétition lente et identique ; garde-en deux en réserve.
coaches-calisthenics-plain-skill = Corps gainé, chaque essai identique ; dès que la position se défait, la série est finie.
coaches-calisthenics-how-strength = L’un après l’autre, deux répétitions en réserve.
coaches-calisthenics-how-legs = Une jambe après l’autre, genou dans l’axe du pied.
coaches-calisthenics-how-endurance = Enchaîne sans te presser ; raccourcis la série plutôt que le mouvement.
coaches-calisthenics-how-trunk = Bas du dos collé ou droit, souffle continu.

coaches-calisthenics-note-gate-hold = Étape suivante, { $after } : quand tu tiens { $sets } × { $amount } s à deux séances de suite, un jour ordinaire.
coaches-calisthenics-note-gate-reps = Étape suivante, { $after } : quand tu fais { $sets } × { $amount } à deux séances de suite, un jour ordinaire.
coaches-calisthenics-note-way-before = { $skill } : le chemin passe d’abord par une autre figure ({ $before }). Ton étape du moment : { $step }.
coaches-calisthenics-note-way-equipment = { $skill } : il te manque le matériel pour la figure elle-même. En attendant : { $step }, pour la force qu’elle demande.
coaches-calisthenics-note-way-level = { $skill } : la figure viendra plus tard, quand la force sera là. D’abord : { $step }, qui la construit.
coaches-calisthenics-note-clean = Une série propre et courte vaut mieux qu’une longue arrachée : filme-toi de profil.
coaches-calisthenics-note-shoulder = Cette figure étire l’épaule vers l’arrière : aucune douleur n’est permise, même légère.
coaches-calisthenics-scale-fresh = En forme : 2 s ou une répétition de plus par série, jamais les deux à la fois.
coaches-calisthenics-scale-half = Jour de fatigue : la moitié des séries, le même mouvement.
coaches-calisthenics-scale-before = Jour de fatigue : reviens à l’étape d’avant, { $before }, avec autant de séries.

coaches-calisthenics-offer-injury = { $skill } : pas avec cette douleur, la figure charge justement cet endroit.

coaches-rule-calisthenics-order = { $movement } vient après le travail du tronc : la figure se fait avant la fatigue.
coaches-rule-calisthenics-gate = { $movement } : l’étape d’avant n’est pas encore acquise.
coaches-rule-calisthenics-hold = { $movement } : { $seconds } s par série, { $total } s en tout, la position ne restera pas propre.
coaches-rule-calisthenics-wrists = La figure porte sur les mains et les poignets n’ont pas été préparés.
