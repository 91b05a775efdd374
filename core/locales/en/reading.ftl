# Why a text cannot be read as a program.
reading-empty = The file is empty: it takes a program in JSON.
reading-too-large = The file is over { $megabytes } MB: no program needs that much.
reading-not-json = This is not JSON: reading stops at line { $line }, column { $column }.
reading-too-deep = The file nests more than { $depth } levels: it is not a program.
reading-not-object = This JSON is not a program: it takes an object with a “weeks” list.
reading-no-weeks = This JSON is not a program: the “weeks” list is missing or empty.
reading-too-many-weeks = The program has { $held } weeks: at most { $most } can be read.
reading-too-many-sessions = Week { $week } has { $held } entries: at most { $most } can be read.
reading-field-missing = The program lacks the field “{ $field }”.
reading-field-wrong = The field “{ $field }” cannot be { $value }.
reading-number = The field “{ $field }” is beyond all measure: { $value }.
