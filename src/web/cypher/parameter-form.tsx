import type { LibraryQuery } from "../../ontology/index.js";
import { fieldText, fieldValue, type Parameters } from "./parameters.js";

interface Props {
  names: readonly string[];
  /** What the library says of them, where the query is one of its. */
  declared: LibraryQuery["parameters"];
  values: Parameters;
  onChange: (values: Parameters) => void;
}

/** One field for each `$name` of the query. */
export function ParameterForm({ names, declared, values, onChange }: Props) {
  if (names.length === 0) return null;
  return (
    <fieldset class="parameters">
      <legend>Parameters</legend>
      {names.map((name) => {
        const parameter = declared.find((one) => one.name === name);
        const set = (text: string) =>
          onChange({ ...values, [name]: fieldValue(text, parameter?.type ?? null) });
        return (
          <label class="field" key={name}>
            <span>
              ${name} {parameter && <small>{parameter.type}</small>}
            </span>
            {parameter?.type === "boolean" ? (
              <select value={fieldText(values[name])} onChange={(event) => set(event.currentTarget.value)}>
                <option>true</option>
                <option>false</option>
              </select>
            ) : (
              <input
                type="text"
                value={fieldText(values[name])}
                onChange={(event) => set(event.currentTarget.value)}
              />
            )}
            {parameter?.description && <small>{parameter.description}</small>}
          </label>
        );
      })}
    </fieldset>
  );
}
