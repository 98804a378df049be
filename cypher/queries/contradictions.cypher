// title: What is both affirmed and denied
// description: Relations that one article states as a fact and another (or the same) denies, with how often each is said.
// param entity string: Id of one end; empty for all
:param entity => "";
MATCH (a:Entity)-[denial:QUALIFIED {negated: true}]->(b:Entity)
MATCH (a)-[fact]->(b)
WHERE fact.predicate = denial.predicate AND fact.negated = false AND fact.modality = 'actual'
  AND ($entity = '' OR a.id = $entity OR b.id = $entity)
RETURN a.name AS subject, fact.predicate AS predicate, b.name AS object, fact.statements AS affirmed, denial.statements AS denied,
       denial.modality AS denial, fact.key AS fact, denial.key AS denialEdge
ORDER BY denied DESC, affirmed DESC, fact, denialEdge
