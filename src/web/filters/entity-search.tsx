import { useId, useState } from "preact/hooks";
import type { ResponseOf } from "../../ontology/index.js";
import { call } from "../api/client.js";
import { EntityMark } from "../graph/entity-mark.js";
import { learnNames } from "../state/names.js";
import { latest, useResource } from "../state/resource.js";
import { ENTITY_NAMES } from "../ui/words.js";

type Found = ResponseOf<"listEntities">["entities"][number];

const MOST = 8;

interface Props {
  label: string;
  placeholder: string;
  onChoose: (entity: Found) => void;
}

/** Finds an entity by name, alias or transliteration: a combobox of the ARIA pattern. */
export function EntitySearch({ label, placeholder, onChoose }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const q = text.trim();
  const answer = useResource(q === "" ? null : q, (signal) =>
    call("listEntities", { query: { q, limit: MOST }, signal }),
  );
  const found = q === "" ? [] : (latest(answer)?.entities ?? []);
  const take = (entity: Found | undefined) => {
    if (!entity) return;
    learnNames([entity]);
    onChoose(entity);
    setText("");
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((active + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(found[active]);
    } else if (event.key === "Escape") setText("");
  };
  const open = q !== "";
  return (
    <div class="entity-search">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText("")}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open}>
        {found.map((entity, i) => (
          <li
            key={entity.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            // The list closes on blur, which comes before a click.
            onMouseDown={(event) => {
              event.preventDefault();
              take(entity);
            }}
          >
            <EntityMark type={entity.type} />
            <span class="found-name">
              <bdi>{entity.name}</bdi>
              {entity.matched && (
                <small>
                  as <bdi>{entity.matched}</bdi>
                </small>
              )}
            </span>
            <small>{ENTITY_NAMES[entity.type][0]}</small>
          </li>
        ))}
        {open && answer.status === "ready" && found.length === 0 && (
          <li class="nothing">No entity of that name in the store.</li>
        )}
        {answer.status === "failed" && <li class="nothing">{answer.error.message}</li>}
      </ul>
    </div>
  );
}
