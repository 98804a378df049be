import { useState } from "preact/hooks";
import type { ResponseOf } from "../../ontology/index.js";
import { call, send } from "../api/client.js";
import { drawn } from "../graph/drawn.js";
import { graph } from "../state/graph.js";
import { useResource } from "../state/resource.js";
import { selection, selectionQuery, view } from "../state/view.js";
import { Menu } from "../ui/menu.js";
import { focusWords, windowWords } from "../ui/view-words.js";
import { count } from "../ui/words.js";
import { download } from "./download.js";
import { fileName } from "./file-name.js";
import { picturePng } from "./picture.js";
import { pictureSvg } from "./svg.js";

type Format = ResponseOf<"listExports">["formats"][number];

/** What is asked for most comes first; the rest follows by name. */
const FIRST = ["gexf", "graphml", "csv", "json"];

const rank = ({ name }: Format): number => {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
};

async function takeFile(format: Format): Promise<void> {
  const response = await send("export", {
    params: { format: format.name },
    query: selectionQuery(selection.value),
  });
  download(fileName(selection.value, format.extension), await response.blob());
}

async function takePicture(kind: "png" | "svg"): Promise<void> {
  const renderer = drawn.value;
  if (!renderer) return;
  const title = `${focusWords(selection.value)}, ${windowWords(selection.value)}`;
  const blob =
    kind === "png"
      ? await picturePng(renderer)
      : new Blob([pictureSvg(renderer, title)], { type: "image/svg+xml" });
  download(fileName(selection.value, kind), blob);
}

async function copyLink(): Promise<string> {
  await navigator.clipboard.writeText(location.href);
  return "Link copied: it opens this view.";
}

/** The current view as a file, a picture or a link. */
export function TakeAway() {
  return (
    <Menu label="Take away">
      <Choices />
    </Menu>
  );
}

function Choices() {
  const [message, setMessage] = useState("");
  const formats = useResource("formats", (signal) => call("listExports", { signal }));
  const { data } = graph.value;
  const statements = data?.edges.reduce((sum, edge) => sum + edge.statements, 0) ?? 0;
  const act = (work: () => Promise<string | undefined | void>) => async () => {
    setMessage("Writing …");
    try {
      setMessage((await work()) ?? "Saved to your downloads.");
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div class="take-away">
      <p>
        <strong>
          {focusWords(selection.value)}, {windowWords(selection.value)}
        </strong>
        {data && (
          <>
            : {count(data.nodes.length, "entity", "entities")}, {count(data.edges.length, "edge")} from{" "}
            {count(statements, "statement")}
            {data.truncated && ", cut at the limit"}. The filters apply; what is zoomed out of sight is in it
            too.
          </>
        )}
      </p>
      <ul>
        {formats.status === "ready" &&
          [...formats.data.formats]
            .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
            .map((format) => (
              <li key={format.name}>
                <button type="button" onClick={act(() => takeFile(format))}>
                  {format.name}
                </button>
                <span>{format.description}</span>
              </li>
            ))}
        {formats.status === "failed" && <li>{formats.error.message}</li>}
        {view.value.tab === "graph" && drawn.value && (
          <>
            <li>
              <button type="button" onClick={act(() => takePicture("png"))}>
                png
              </button>
              <span>The picture as it is on the screen</span>
            </li>
            <li>
              <button type="button" onClick={act(() => takePicture("svg"))}>
                svg
              </button>
              <span>The same as vectors, for print</span>
            </li>
          </>
        )}
        <li>
          <button type="button" onClick={act(copyLink)}>
            link
          </button>
          <span>The address of this view, for a colleague</span>
        </li>
      </ul>
      <p role="status" class="hint">
        {message}
      </p>
    </div>
  );
}
