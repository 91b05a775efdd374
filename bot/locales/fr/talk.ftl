# La conversation libre.
talk-busy = Je réponds déjà à beaucoup de monde : réessaie dans une minute.
talk-proposed = (une proposition de changement, à appliquer ou non)
