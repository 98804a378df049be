import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { z } from "zod";

/** `write` includes `read`. */
export const TOKEN_ROLES = ["read", "write"] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

const TokenFileSchema = z.object({
  tokens: z.array(
    z.object({
      name: z.string().min(1).max(100),
      role: z.enum(TOKEN_ROLES),
      /** Of the token; it has 256 random bits, so a plain hash cannot be searched. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      created: z.iso.datetime(),
    }),
  ),
});
export type TokenRecord = z.infer<typeof TokenFileSchema>["tokens"][number];

class MissingFile extends Error {}

/** The tokens of a file. @throws Error that names the file where it is missing or is none of ours */
export async function readTokens(file: string): Promise<TokenRecord[]> {
  const parsed = TokenFileSchema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data.tokens;
  const issue = parsed.error.issues[0];
  throw new Error(`${file} is no file of tokens: ${issue?.path.join(".")}: ${issue?.message}`);
}

/**
 * Makes a token, adds its hash to the file (made with mode 600 where there is none) and returns the token,
 * which is kept nowhere.
 */
export async function createToken(file: string, name: string, role: TokenRole, now: Date): Promise<string> {
  const tokens = await readTokensIfAny(file);
  if (tokens.some((token) => token.name === name))
    throw new Error(`${file} has a token named "${name}" already`);
  const token = `entente_${randomBytes(32).toString("base64url")}`;
  await writeTokens(file, [
    ...tokens,
    { name, role, sha256: hash(token).toString("hex"), created: now.toISOString() },
  ]);
  return token;
}

/** Takes the token of that name out of the file. @returns whether it was there */
export async function revokeToken(file: string, name: string): Promise<boolean> {
  const tokens = await readTokens(file);
  const left = tokens.filter((token) => token.name !== name);
  await writeTokens(file, left);
  return left.length < tokens.length;
}

/** The record of a presented token. Every record is compared, each in constant time. */
export function findToken(tokens: readonly TokenRecord[], presented: string): TokenRecord | null {
  const digest = hash(presented);
  let found: TokenRecord | null = null;
  for (const record of tokens) {
    if (timingSafeEqual(Buffer.from(record.sha256, "hex"), digest)) found = record;
  }
  return found;
}

const hash = (token: string) => createHash("sha256").update(token).digest();

async function writeTokens(file: string, tokens: TokenRecord[]): Promise<void> {
  await writeFile(file, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}

async function readTokensIfAny(file: string): Promise<TokenRecord[]> {
  try {
    return await readTokens(file);
  } catch (error) {
    if (error instanceof MissingFile) return [];
    throw error;
  }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new MissingFile(`${file} does not exist; entente token create makes it`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no file of tokens: it is no JSON`, { cause: error });
  }
}
