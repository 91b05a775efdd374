# The live calendar: a private address that calendar programs read by themselves.
feed-ways =
    📅 <b>Ton plan dans ton agenda.</b>
    • L’abonnement suit ton plan tout seul : une séance déplacée bouge aussi dans ton agenda.
    • Le fichier est une copie d’aujourd’hui, à renvoyer après un changement.
feed-ways-day = Pour des séances à heure fixe : /calendar 18h30
feed-ways-timed = Tes séances y seront à { $time }.
feed-button-subscribe = 🔄 M’abonner
feed-button-file = 📄 Recevoir le fichier .ics

feed-title = 🔄 <b>L’abonnement à ton plan est prêt.</b>
feed-day = Tes séances apparaîtront sur la journée entière.
feed-timed = Tes séances apparaîtront à { $time }.
feed-how =
    Il reste un geste :
    • iPhone, iPad, Mac : touche « Apple », puis « S’abonner ».
    • Android, Gmail : touche « Google », puis « Ajouter ». Google relit l’agenda environ une fois par jour.
    • Ailleurs : copie l’adresse dans « S’abonner à un agenda ».
feed-how-local = Il reste un geste, sur cet ordinateur seulement : touche « Apple », ou copie l’adresse dans « S’abonner à un agenda ».
feed-private = 🔒 Qui connaît cette adresse lit ton plan, sans ton nom. Je n’en garde qu’une empreinte et ne pourrai pas te la redonner. Si elle s’est échappée, change-la : l’ancienne ne répondra plus.
feed-button-apple = Apple : ouvrir l’agenda
feed-button-google = Google : ajouter l’agenda
feed-button-renew = Changer l’adresse
feed-button-stop = Arrêter l’abonnement
feed-kept =
    🔄 <b>Ton abonnement existe depuis le { $date }.</b>
    Je n’en garde qu’une empreinte : pour l’ajouter à un autre appareil, retrouve mon message de ce jour-là, ou change d’adresse. L’ancienne ne répondra plus, et tes agendas devront suivre la nouvelle.
feed-stopped = ✓ L’abonnement est arrêté : l’adresse ne répond plus. Supprime-le aussi de ton agenda, où les séances déjà lues peuvent rester. Pour recommencer : /calendar
