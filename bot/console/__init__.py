"""The console: pages on this computer on which a clerk does the whole job, through the same service as the command."""
