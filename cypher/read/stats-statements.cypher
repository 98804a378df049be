// Statements by predicate and modality, and the span of their dates.
MATCH (s:Statement)
RETURN s.predicate AS predicate, s.modality AS modality, count(s) AS statements, min(s.date) AS first, max(s.date) AS last
