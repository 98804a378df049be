// Notes which shape of the graph this store has.
MERGE (m:Meta {id: 'entente'})
SET m.version = $version
