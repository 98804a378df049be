// Removes the articles' sketches, by which copies are found.
UNWIND $ids AS id
MATCH (k:Sketch {id: id})
DELETE k
