// Full-text search, which only Neo4j has: CALL db.index.fulltext.queryNodes('names', 'aliyev').
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases];
CREATE FULLTEXT INDEX quotes IF NOT EXISTS FOR (n:Statement) ON EACH [n.quote];
CREATE FULLTEXT INDEX articles IF NOT EXISTS FOR (n:Article) ON EACH [n.title, n.text];
