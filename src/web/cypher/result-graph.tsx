import { useEffect, useRef } from "preact/hooks";
import type { CypherGraph } from "../../ontology/index.js";
import { call } from "../api/client.js";
import { Layout } from "../graph/layout.js";
import { readPalette } from "../graph/palette.js";
import { GraphRenderer } from "../graph/renderer.js";
import { useResource } from "../state/resource.js";
import { shownTheme } from "../state/theme.js";
import { Empty, Failed, Loading } from "../ui/states.js";
import { count } from "../ui/words.js";
import type { Parameters } from "./parameters.js";
import { resultGraph } from "./result-model.js";

/** The nodes and relationships that a result holds, as a picture. */
export function ResultGraph({ query, parameters }: { query: string; parameters: Parameters }) {
  const answer = useResource(JSON.stringify([query, parameters]), (signal) =>
    call("runCypher", { body: { query, parameters, format: "graph" }, signal }),
  );
  if (answer.status === "failed") return <Failed error={answer.error} retry={answer.retry} />;
  if (answer.status === "loading" || !("nodes" in answer.data)) return <Loading what="the graph" />;
  if (answer.data.nodes.length === 0) {
    return (
      <Empty title="No graph in this result">
        Return nodes, relationships or paths, as in <code>RETURN a, r, b</code>.
      </Empty>
    );
  }
  return <Picture data={answer.data} />;
}

function Picture({ data }: { data: CypherGraph }) {
  const container = useRef<HTMLDivElement>(null);
  const theme = shownTheme.value;
  useEffect(() => {
    if (!container.current) return;
    const palette = readPalette();
    const graph = resultGraph(data, palette);
    const renderer = new GraphRenderer(container.current, graph, palette, {
      clicked: (target) => renderer.select(target),
      hovered: () => {},
      dropped: () => {},
    });
    const layout = new Layout();
    void layout.run(graph);
    return () => {
      layout.stop();
      renderer.kill();
    };
  }, [data, theme]);
  return (
    <figure class="result-graph">
      <div ref={container} />
      <figcaption class="hint">
        {count(data.nodes.length, "node")}, {count(data.edges.length, "relationship")}
        {data.truncated && "; cut at the limit"}
      </figcaption>
    </figure>
  );
}
