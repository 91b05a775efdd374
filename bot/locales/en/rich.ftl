# Tables and sections that fold, for apps that show them.
rich-week-day = Day
rich-week-session = Session
rich-week-size = Volume
rich-button-table = ▦ As a table
rich-button-rich = Always like this
rich-button-text = Plain text
