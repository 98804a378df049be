import { type PartialDate, PartialDateSchema } from "../../ontology/index.js";
import { choose, selection } from "../state/view.js";

/** The window by hand; the histogram under the graph sets the same two dates. */
export function TimeWindow() {
  const { from, to } = selection.value;
  return (
    <fieldset class="time-window">
      <legend>When it happened</legend>
      <DateField label="From" value={from} onChange={(date) => choose({ from: date })} />
      <DateField label="To" value={to} onChange={(date) => choose({ to: date })} />
    </fieldset>
  );
}

interface FieldProps {
  label: string;
  value: PartialDate | undefined;
  onChange: (date: PartialDate | undefined) => void;
}

/** A year, a month or a day; anything else is said to be no date. */
function DateField({ label, value, onChange }: FieldProps) {
  return (
    <label class="field">
      {label}
      <input
        type="text"
        inputMode="numeric"
        placeholder="YYYY-MM"
        value={value ?? ""}
        onChange={(event) => {
          const input = event.currentTarget;
          const text = input.value.trim();
          const parsed = PartialDateSchema.safeParse(text);
          input.setCustomValidity(
            text === "" || parsed.success ? "" : "A date as 2020, 2020-11 or 2020-11-10",
          );
          if (input.reportValidity()) onChange(parsed.success ? parsed.data : undefined);
        }}
      />
    </label>
  );
}
