// The embedded engine's constraints bring no look-up index of their own.
CREATE INDEX entity_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id);
CREATE INDEX article_lookup IF NOT EXISTS FOR (n:Article) ON (n.id);
CREATE INDEX statement_lookup IF NOT EXISTS FOR (n:Statement) ON (n.id);
CREATE INDEX sketch_lookup IF NOT EXISTS FOR (n:Sketch) ON (n.id);
CREATE INDEX meta_lookup IF NOT EXISTS FOR (n:Meta) ON (n.id);
