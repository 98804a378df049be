import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openStore, StoreError } from "../../src/store/index.js";
import { leaseNeo4j, onServer, SERVER_TIMEOUTS } from "../support/neo4j.js";

vi.setConfig(SERVER_TIMEOUTS);
const lease = await leaseNeo4j();
const failure = (location: string, options = {}) =>
  openStore(location, options).then(
    () => "opened",
    (error: unknown) => error,
  );

describe.skipIf(!lease)("connecting to Neo4j", () => {
  if (!lease) return;
  const { uri, user, password } = lease;
  const folder = mkdtempSync(join(tmpdir(), "entente-credentials-"));
  let silent: Server;

  beforeAll(async () => {
    silent = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    silent.close();
    rmSync(folder, { recursive: true, force: true });
    await lease.release();
  });

  it("takes user and password from a file as Aura gives it", async () => {
    const file = join(folder, "credentials.txt");
    writeFileSync(
      file,
      `# for tests\nNEO4J_URI=ignored\nNEO4J_USERNAME=${user}\nNEO4J_PASSWORD="${password}"\n`,
    );
    const store = await openStore(uri, { credentialsFile: file });
    await store.ping();
    expect(store.description).toContain("127.0.0.1");
    expect(store.description).not.toContain(password);
    await store.close();
  });

  it("applies the schema as often as it is opened, with its full-text indexes", async () => {
    for (let i = 0; i < 2; i++) await (await lease.open()).close();
    const names = await onServer(lease, (run) =>
      run("SHOW INDEXES YIELD name, state RETURN collect(name) AS names, collect(DISTINCT state) AS states"),
    );
    expect(names[0]?.states).toEqual(["ONLINE"]);
    expect(names[0]?.names).toEqual(
      expect.arrayContaining(["entity_id", "statement_edge", "names", "quotes"]),
    );
  });

  it("refuses a graph of a newer version, and leaves it as it is", async () => {
    await onServer(lease, (run) => run("MATCH (m:Meta) SET m.version = 99"));
    expect(await failure(uri, { user, password })).toMatchObject({
      name: "StoreError",
      message: expect.stringMatching(/newer Entente \(graph version 99/),
    });
    await onServer(lease, (run) => run("MATCH (m:Meta) SET m.version = 1"));
  });

  it("says that the credentials are wrong", async () => {
    const error = await failure(uri, { user, password: "certainly-wrong" });
    expect(error).toBeInstanceOf(StoreError);
    expect((error as Error).message).toMatch(/credentials are wrong.*NEO4J_USER and NEO4J_PASSWORD/);
    expect((error as Error).message).not.toContain("certainly-wrong");
  });

  it("says that the database is wrong", async () => {
    expect(await failure(uri, { user, password, database: "nowhere" })).toMatchObject({
      message: expect.stringMatching(/database is wrong.*"nowhere".*NEO4J_DATABASE/),
    });
  });

  it("says that the address is wrong, whether nothing or something else listens there", async () => {
    expect(await failure("bolt://127.0.0.1:1", { user, password })).toMatchObject({
      message: expect.stringMatching(/address is wrong or the server is down/),
    });
    const other = `bolt://127.0.0.1:${(silent.address() as { port: number }).port}`;
    expect(await failure(other, { user, password })).toMatchObject({
      name: "StoreError",
      message: expect.stringMatching(/address is wrong|cannot be used/),
    });
  });

  it("says that the server does not speak TLS", async () => {
    expect(await failure(uri.replace("bolt://", "bolt+s://"), { user, password })).toMatchObject({
      message: expect.stringMatching(/TLS/),
    });
  });

  it("takes no password from the address, and asks for a missing one", async () => {
    expect(await failure(`bolt://neo4j:secret@127.0.0.1:7687`)).toMatchObject({
      message: expect.stringMatching(/holds a user or password/),
    });
    vi.stubEnv("NEO4J_PASSWORD", undefined);
    expect(await failure("bolt://127.0.0.1:7687")).toMatchObject({
      message: expect.stringMatching(/no password for Neo4j: set NEO4J_PASSWORD/),
    });
    vi.unstubAllEnvs();
    expect(await failure("http://127.0.0.1:7474")).toMatchObject({
      message: expect.stringMatching(/is no store/),
    });
  });
});
