"""Five coaches of single sessions on one common frame: a request in, a checked session or an offer out."""
