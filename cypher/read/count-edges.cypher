// How many edges there are; EDGE stands for all edge types.
MATCH (:Entity)-[r:EDGE]->(:Entity)
RETURN count(r) AS edges
