import { useState } from "preact/hooks";
import { EntityLink } from "../evidence/entity-link.js";
import { go } from "../state/view.js";
import { Empty } from "../ui/states.js";
import { type ShownCell, showCell } from "./cells.js";

const PAGE = 200;
const LONGEST = 500;

interface Props {
  table: { columns: string[]; rows: unknown[][] };
}

/** Rows of a result; entities, articles and edges in it open their evidence. */
export function ResultTable({ table: { columns, rows } }: Props) {
  const [shown, setShown] = useState(PAGE);
  if (rows.length === 0)
    return <Empty title="No row fits">The query ran; the graph has nothing that matches it.</Empty>;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Rows">
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, i) => (
            <tr key={i}>
              {row.map((value, j) => {
                const cell = showCell(value);
                return (
                  <td key={j} class={cell.kind === "value" && cell.numeric ? "numeric" : ""}>
                    <CellView cell={cell} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" class="more" onClick={() => setShown(shown + PAGE)}>
          Show more of {rows.length}
        </button>
      )}
    </div>
  );
}

function CellView({ cell }: { cell: ShownCell }) {
  switch (cell.kind) {
    case "entity":
      return <EntityLinkToGraph id={cell.id} name={cell.text} />;
    case "article":
      return (
        <button type="button" class="link" onClick={() => go({ article: cell.id })}>
          <bdi>{cell.text}</bdi>
        </button>
      );
    case "edge":
      return cell.key === null ? (
        <>{cell.text}</>
      ) : (
        <button
          type="button"
          class="link"
          onClick={() => go({ tab: "graph", edge: cell.key, node: null, pair: null })}
        >
          {cell.text}
        </button>
      );
    case "list":
      return (
        <span class="cell-list">
          {cell.items.map((item, i) => (
            <CellView key={i} cell={item} />
          ))}
        </span>
      );
    default:
      return <bdi>{cell.text.length > LONGEST ? `${cell.text.slice(0, LONGEST)} …` : cell.text}</bdi>;
  }
}

/** On this tab there is no panel, so an entity opens on the graph. */
function EntityLinkToGraph({ id, name }: { id: string; name: string }) {
  return (
    <span onClick={() => go({ tab: "graph" }, { replace: true })}>
      <EntityLink id={id} name={name} />
    </span>
  );
}
