"""The program without its window: the session, background jobs, settings and the use cases. No Qt."""
