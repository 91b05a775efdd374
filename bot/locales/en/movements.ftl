# How a movement is done.
movement-ask = Which movement? Write its name after the command: <code>/exercise push-up</code>.
movement-not-found = I know no movement called “{ $text }”. These names come nearest:
movement-which = Several movements go by that name. Which one?
movement-mistake = ⚠️ Common mistake: { $mistake }
movement-easier = Easier: { $name }
movement-harder = Harder: { $name }
movement-picture-of = The positions of the movement: { $name }
movement-gone = That movement has left the catalogue. Write /exercise and a name to see another.
