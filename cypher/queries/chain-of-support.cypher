// title: Shortest chains of support between two actors
// description: The shortest ways from one actor to another over support, aid, cooperation and agreements that are stated as facts, with the edge's key of every step (see "The evidence under one edge").
// param from string: Id of the first actor
// param to string: Id of the last actor
:param from => "IRN";
:param to => "ARM";
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
MATCH path = allShortestPaths((a)-[:SUPPORTS|AIDED|COOPERATES_WITH|SIGNED_WITH*..6]-(b))
RETURN [n IN nodes(path) | n.name] AS chain, [r IN relationships(path) | r.key] AS edges, length(path) AS steps
ORDER BY chain, edges
LIMIT 25
