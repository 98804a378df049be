import { Command, Option } from "commander";
import { createToken, readTokens, revokeToken, TOKEN_ROLES, type TokenRole } from "../server/index.js";
import { CannotRun, EXIT } from "./exit.js";
import { alignedTable, note, print } from "./output.js";

const EXAMPLES = `
Examples:
  entente token create --name alice --role write --file tokens.json
  entente token list --file tokens.json
  entente token revoke --name alice --file tokens.json
  entente serve --host 0.0.0.0 --tokens tokens.json
  curl -H "Authorization: Bearer $TOKEN" http://server:3000/api/stats

The file keeps a hash of each token; the token itself is printed once. A running server has to be
started again to see a change.
`;

const fileOption = () =>
  new Option("-f, --file <file>", "file of the tokens").env("ENTENTE_TOKENS").makeOptionMandatory();
const nameOption = () => new Option("-n, --name <name>", "whom the token is for").makeOptionMandatory();

/** `entente token`: makes, lists and revokes the bearer tokens of `entente serve --tokens`. */
export function tokenCommand(): Command {
  const command = new Command("token")
    .description("make, list or revoke the access tokens of entente serve")
    .addHelpText("after", EXAMPLES);
  command
    .command("create")
    .description("make a token and print it")
    .addOption(fileOption())
    .addOption(nameOption())
    .addOption(
      new Option("-r, --role <role>", "write includes read").choices([...TOKEN_ROLES]).default("read"),
    )
    .action(async ({ file, name, role }: { file: string; name: string; role: TokenRole }) => {
      await print(await orCannotRun(createToken(file, name, role, new Date())));
      note(`A token to ${role} for ${name}; ${file} keeps only its hash, so keep the token now.`);
    });
  command
    .command("list")
    .description("list names and roles")
    .addOption(fileOption())
    .action(async ({ file }: { file: string }) => {
      const tokens = await orCannotRun(readTokens(file));
      await print(
        alignedTable(
          ["name", "role", "created"],
          tokens.map(({ name, role, created }) => [name, role, created]),
        ),
      );
    });
  command
    .command("revoke")
    .description("take a token out of the file")
    .addOption(fileOption())
    .addOption(nameOption())
    .action(async ({ file, name }: { file: string; name: string }) => {
      if (await orCannotRun(revokeToken(file, name))) return print(`revoked ${name}`);
      note(`${file} has no token named ${name}`);
      process.exitCode = EXIT.refused;
    });
  return command;
}

async function orCannotRun<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error) throw new CannotRun(error.message, { cause: error });
    throw error;
  }
}
