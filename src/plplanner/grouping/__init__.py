"""Small groups from scores, with a reason for every student."""
