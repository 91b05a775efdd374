# Ce que le plan relu dit de lui-même.
generation-sessions-corrected = Tu avais demandé { $asked } séances par semaine ; ce plan en compte { $held } chaque semaine, et ton profil aussi maintenant.
