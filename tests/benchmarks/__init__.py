"""Benchmarks: how fast Curator is beside the bare thing, run as ``python -m tests.benchmarks``."""
