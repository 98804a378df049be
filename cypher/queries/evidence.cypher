// title: The evidence under one edge
// description: Every sentence that an edge rests on, those who act for its two countries included, with article, source, speaker, date and confidence.
// param edge string: Key of the edge: SUBJECT|PREDICATE|OBJECT|+ (or - where denied)|modality
:param edge => "IRN|OPPOSES|issue/zangezur-corridor|+|actual";
MATCH (s:Statement)-[:FROM]->(article:Article)
WHERE s.edge = $edge OR s.rollup = $edge
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (s)-[:SPEAKER]->(speaker:Entity)
RETURN s.date AS date, s.quote AS quote, subject.name AS subject, object.name AS object, speaker.name AS speaker,
       s.confidence AS confidence, article.source AS source, article.publishedAt AS published, article.title AS title,
       article.id AS article, article.reprintOf AS reprintOf
ORDER BY date, article, quote
