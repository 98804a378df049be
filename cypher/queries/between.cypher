// title: Everything between two countries
// description: All edges between two countries in both directions, facts and what is denied, planned or claimed, with their weight.
// param a string: ISO code of one country
// param b string: ISO code of the other
:param a => "IRN";
:param b => "AZE";
MATCH (x:Country)-[edge]->(y:Country)
WHERE (x.id = $a AND y.id = $b) OR (x.id = $b AND y.id = $a)
RETURN x.name AS subject, edge.predicate AS predicate, y.name AS object, edge.negated AS negated, edge.modality AS modality,
       edge.statements AS statements, edge.direct AS direct, edge.sources AS sources, edge.first AS first, edge.last AS last,
       edge.confidence AS confidence, edge.goldstein AS goldstein, edge.key AS edge
ORDER BY statements DESC, edge
