"""What the program does, without a window: session, jobs, pipeline, settings."""
