// title: Who opposes an issue
// description: Every actor that is said, as a fact, to oppose something, with the state that it acts for, when, how well attested, and what was said.
// param issue string: Id of what is opposed (an issue, agreement, region, organization or country)
:param issue => "issue/zangezur-corridor";
MATCH (actor:Entity)-[edge:OPPOSES]->(object:Entity {id: $issue})
RETURN actor.name AS actor, actor.country AS country, edge.first AS first, edge.last AS last,
       edge.statements AS statements, edge.sources AS sources, edge.confidence AS confidence, edge.quotes AS quotes
ORDER BY sources DESC, statements DESC, actor
