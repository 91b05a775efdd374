# What the queue says when the detail of sessions is late.
queue-late = ⏳ The detail of your sessions is running late: Claude isn’t answering right now. Your sessions are complete, you can run them as they are. The detail will come by itself.
