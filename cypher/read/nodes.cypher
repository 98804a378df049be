// Nodes of one kind; LABEL stands for its label.
UNWIND $ids AS id
MATCH (n:LABEL {id: id})
RETURN n AS node
