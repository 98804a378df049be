import type { Entity, Mention } from "../../ontology/index.js";
import { EntityMark } from "../graph/entity-mark.js";
import { ENTITY_NAMES } from "../ui/words.js";
import { EntityLink } from "./entity-link.js";

interface Props {
  mention: Mention;
  entities: readonly Entity[];
  onClose: () => void;
}

/** Why a word in the text was taken for an entity. */
export function Resolution({ mention, entities, onClose }: Props) {
  const entity = entities.find(({ id }) => id === mention.entityId);
  return (
    <section class="resolution" aria-live="polite">
      <button type="button" class="quiet" onClick={onClose}>
        Close
      </button>
      <h3>
        Why “<bdi>{mention.text}</bdi>” is{" "}
        {entity ? <EntityLink id={entity.id} name={entity.name} /> : mention.entityId}
      </h3>
      <p>
        Rule: <strong>{mention.rule}</strong>
        {mention.antecedent && (
          <>
            , from “<bdi>{mention.antecedent.text}</bdi>” in{" "}
            {mention.antecedent.sentence === -1
              ? "the headline"
              : `sentence ${mention.antecedent.sentence + 1}`}
          </>
        )}
        .
      </p>
      {entity && (
        <p class="hint">
          <EntityMark type={entity.type} /> {ENTITY_NAMES[entity.type][0]} <code>{entity.id}</code>
          {entity.aliases.length > 0 && (
            <>
              , also <bdi>{entity.aliases.slice(0, 8).join(", ")}</bdi>
            </>
          )}
        </p>
      )}
    </section>
  );
}
