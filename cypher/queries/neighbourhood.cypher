// title: The neighbourhood of an actor, as a graph
// description: An actor with its best attested relations that are stated as facts: nodes and edges to be drawn.
// param id string: Id of the actor or issue
// param limit integer: Most edges
:param id => "issue/zangezur-corridor";
:param limit => 100;
MATCH (center:Entity {id: $id})-[edge]-(other:Entity)
WHERE edge.negated = false AND edge.modality = 'actual'
RETURN center, edge, other
ORDER BY edge.sources DESC, edge.statements DESC, edge.key
LIMIT $limit
