# What a reviewed plan says about itself.
generation-sessions-corrected = You asked for { $asked } sessions a week; this plan holds { $held } every week, and so does your profile now.
