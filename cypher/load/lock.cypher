// Takes the one write lock: loads run one after the other, so that each computes its edges from all statements there are.
MATCH (m:Meta {id: 'entente'})
SET m.loads = coalesce(m.loads, 0) + 1
RETURN m.loads AS loads
