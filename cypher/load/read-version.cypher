// The shape of the graph that this store has; no row where it is new.
MATCH (m:Meta {id: 'entente'})
RETURN m.version AS version
