"""The guided first run: five steps on the samples, each done with the hands."""
