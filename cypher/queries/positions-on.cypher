// title: Positions on an issue
// description: All that is said for and against something, facts and plans and denials alike, one line for each actor and kind of position.
// param issue string: Id of the issue, agreement, region or actor
:param issue => "issue/zangezur-corridor";
MATCH (s:Statement)-[:OBJECT]->(object:Entity {id: $issue})
MATCH (s)-[:SUBJECT]->(actor:Entity)
WHERE s.predicate IN ['SUPPORTS', 'OPPOSES']
RETURN actor.name AS actor, actor.country AS country, s.predicate AS position, s.negated AS negated, s.modality AS modality,
       count(s) AS statements, min(s.date) AS first, max(s.date) AS last
ORDER BY country, actor, position, negated, modality
