// The ids of all nodes of one kind; LABEL stands for its label.
MATCH (n:LABEL)
RETURN n.id AS id
