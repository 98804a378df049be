// title: Who mediates between whom
// description: Third parties that are said to have brokered something, between which sides or for which agreement, and when.
// param side string: ISO code of a side that was mediated for; empty for all
:param side => "ARM";
MATCH (mediator:Entity)-[edge:MEDIATED]->(side:Entity)
WHERE $side = '' OR side.id = $side OR side.country = $side
RETURN mediator.name AS mediator, side.name AS side, edge.first AS first, edge.last AS last, edge.statements AS statements,
       edge.sources AS sources, edge.quotes AS quotes
ORDER BY statements DESC, mediator, side
