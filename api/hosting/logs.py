"""Structured logs: one JSON object a line, without anything that a person wrote or is called."""

import logging

import structlog


def configure_logs(level: str) -> None:
    """Sets the process's logs up; `level` is debug, info, warning or error."""
    least = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.PrintLoggerFactory(),
        cache_logger_on_first_use=True,
    )
