import type { Selection } from "../../ontology/index.js";

/** `entente-IRN-AZE-ARM-2020.gexf`: what is in a file, by its name. */
export function fileName({ focus, from, to }: Selection, extension: string): string {
  const whom = focus.slice(0, 4).map((id) => id.split("/").at(-1) ?? id);
  const parts = ["entente", ...(whom.length > 0 ? whom : ["all"]), from, to].filter(
    (part) => part !== undefined,
  );
  return `${parts.join("-").replace(/[^\w-]+/g, "_")}.${extension}`;
}
