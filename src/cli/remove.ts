import { Command } from "commander";
import { article } from "../store/index.js";
import { EXIT } from "./exit.js";
import { jsonOption, storeOption } from "./options.js";
import { many, note, print } from "./output.js";
import { withExistingStore } from "./store.js";

const EXAMPLES = `
Examples:
  entente remove kayhan.ir/88134
  entente query 'MATCH (a:Article {source: $source}) RETURN a.id' -p source=kayhan.ir --format csv \\
    | tail -n +2 | xargs entente remove

Exit code: 0 all removed, 1 some were not there, 2 cannot run.
`;

/** `entente remove`: articles out of the graph, with what only they supported. */
export function removeCommand(): Command {
  return new Command("remove")
    .description("remove articles and what only they supported")
    .argument("<id...>", "article ids, as entente query or /api/articles give them")
    .addOption(storeOption())
    .addOption(jsonOption("the outcome"))
    .addHelpText("after", EXAMPLES)
    .action(async (ids: string[], options: { store: string; json?: boolean }) => {
      const outcome = await withExistingStore(options.store, async (store) => {
        const missing: string[] = [];
        for (const id of ids) if ((await article(store, id)) === null) missing.push(id);
        return { removed: await store.remove(ids), missing };
      });
      for (const id of outcome.missing) note(`no article has the id ${id}`);
      await print(options.json ? JSON.stringify(outcome) : `${many(outcome.removed, "article")} removed`);
      process.exitCode = outcome.missing.length > 0 ? EXIT.refused : EXIT.fine;
    });
}
