# Free conversation.
talk-busy = I am answering a lot of people right now: try again in a minute.
talk-proposed = (a proposed change, to apply or not)
