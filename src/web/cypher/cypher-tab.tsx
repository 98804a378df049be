export function CypherTab() {
  return <p>Cypher</p>;
}
