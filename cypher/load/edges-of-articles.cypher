// The edges that the articles' statements count for.
UNWIND $ids AS id
MATCH (a:Article {id: id})<-[:FROM]-(s:Statement)
RETURN DISTINCT s.edge AS edge, s.rollup AS rollup
