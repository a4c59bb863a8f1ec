"""Tables only: columns, constraints, foreign keys. No queries, no behaviour.

Vocabularies are kept as text (`terms.py` holds the words), dates as dates, times of day as
times, order as a `position` column. Every table has its own integer `id`; what can be shared
with colleagues also has a `uuid`. Tables do not validate: commands do, and SQL constrains.
"""
