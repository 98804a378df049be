import { Command } from "commander";
import { stats } from "../store/index.js";
import { jsonOption, storeOption } from "./options.js";
import { count, print } from "./output.js";
import { withExistingStore } from "./store.js";

const EXAMPLES = `
Examples:
  entente stats
  entente stats --json | jq '.predicates'
  entente stats --store neo4j://localhost:7687
`;

type Counted = { name: string; count: number }[];

/** `entente stats`: what the store holds. */
export function statsCommand(): Command {
  return new Command("stats")
    .description("say what the store holds")
    .addOption(storeOption())
    .addOption(jsonOption("the counts"))
    .addHelpText("after", EXAMPLES)
    .action(async (options: { store: string; json?: boolean }) => {
      const held = await withExistingStore(options.store, stats);
      if (options.json) return print(JSON.stringify(held));
      const span = ({ first, last }: { first: string | null; last: string | null }) =>
        first === null ? "no dates" : `${first} to ${last}`;
      await print(
        [
          `store       ${held.store.description}`,
          `articles    ${count(held.articles)} (${count(held.reprints)} reprints), published ${span(held.published)}`,
          `statements  ${count(held.statements)}, events ${span(held.dated)}`,
          `entities    ${count(held.entities)}: ${inline(held.entityTypes)}`,
          `edges       ${count(held.edges)}`,
          `predicates  ${inline(held.predicates)}`,
          `modality    ${inline(held.modalities)}`,
          `sources     ${inline(held.sources.slice(0, 12))}`,
        ].join("\n"),
      );
    });
}

function inline(counted: Counted): string {
  return counted.map(({ name, count: n }) => `${name} ${count(n)}`).join(", ") || "none";
}
