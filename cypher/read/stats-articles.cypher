// Articles, their outlets and the span of their publication.
MATCH (a:Article)
RETURN a.source AS source, count(a) AS articles, count(a.reprintOf) AS reprints, min(a.publishedAt) AS first, max(a.publishedAt) AS last
