"""Tables only: columns, constraints, foreign keys. No queries, no behaviour."""
