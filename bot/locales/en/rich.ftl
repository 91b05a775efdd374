# Tables and sections that fold, for apps that show them.
rich-week-day = Day
rich-week-session = Session
rich-week-size = Size
rich-button-table = ▦ As a table
rich-button-rich = Always as a table
rich-button-text = As plain text
