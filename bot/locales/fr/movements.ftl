# Comment se fait un mouvement.
movement-ask = Quel mouvement ? Écris son nom après la commande : <code>/exercice pompes</code>.
movement-not-found = Je ne connais pas de mouvement appelé « { $text } ». Voici les noms les plus proches :
movement-which = Plusieurs mouvements portent ce nom. Lequel ?
movement-mistake = ⚠️ Erreur fréquente : { $mistake }
movement-easier = Plus facile : { $name }
movement-harder = Plus dur : { $name }
movement-picture-of = Les positions du mouvement : { $name }
movement-gone = Ce mouvement n’est plus au catalogue. Écris /exercice et son nom pour en voir un autre.
