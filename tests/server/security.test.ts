import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINTS } from "../../src/ontology/index.js";
import { createToken, readTokens, revokeToken } from "../../src/server/index.js";
import { checked, serveSynthetic, type TestServer } from "./support.js";

const TEXT = "Iran met Armenia on Monday.";

describe("without tokens", () => {
  let server: TestServer;
  const lines: string[] = [];
  beforeAll(async () => {
    const logger = pino({ level: "info" }, { write: (line: string) => lines.push(line) });
    server = await serveSynthetic({ articles: 3, allowedOrigins: ["https://partner.example"], logger });
  });
  afterAll(() => server.stop());

  it("sends a policy without inline scripts or other hosts", async () => {
    const { headers } = await server.get("/api/docs");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.has("x-powered-by")).toBe(false);
  });

  it("has a documentation page that needs nothing that the policy forbids", async () => {
    const { text } = await server.get("/api/docs");
    expect(text).not.toMatch(/<script|<style|style=|https?:\/\/(?!127\.0\.0\.1)/);
  });

  it("refuses what pages of other sites send, listed ones apart", async () => {
    const foreign = { Origin: "https://evil.example" };
    expect((await server.post("/api/articles", TEXT, foreign)).status).toBe(403);
    expect(checked(ENDPOINTS.getStats, await server.get("/api/stats")).articles).toBe(3);
    expect((await server.get("/api/stats")).headers.has("access-control-allow-origin")).toBe(false);
    const partner = await server.get("/api/stats", { Origin: "https://partner.example" });
    expect(partner.status).toBe(200);
    expect(partner.headers.get("access-control-allow-origin")).toBe("https://partner.example");
    expect((await server.get("/api/stats", { Origin: server.url })).status).toBe(200);
  });

  it("answers to loopback names alone", async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(server.url);
      request({ port, path: "/api/stats", headers: { Host: "rebound.example" } }, (res) =>
        resolve(res.resume().statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it("refuses bodies that are too large or of another type", async () => {
    const large = await server.post("/api/articles?dry=true", "Iran met Armenia. ".repeat(200_000));
    expect(large).toMatchObject({ status: 413, body: { type: "urn:entente:problem:too-large" } });
    const xml = await server.post("/api/articles?dry=true", "<x/>", { "Content-Type": "application/xml" });
    expect(xml.status).toBe(415);
    expect(
      (await server.post("/api/articles", '{"text":', { "Content-Type": "application/json" })).status,
    ).toBe(400);
  });

  it("logs each request with its id, without article texts or query strings", async () => {
    const answer = await server.post("/api/articles?dry=true", "A secret accord was signed by Iran.");
    const id = answer.headers.get("x-request-id") ?? "none";
    const line = lines.find((text) => text.includes(id)) ?? "";
    expect(JSON.parse(line)).toMatchObject({
      req: { id, method: "POST", path: "/api/articles" },
      res: { status: 200 },
    });
    expect(lines.join()).not.toMatch(/secret accord|dry=true/);
  });
});

describe("with tokens", () => {
  let server: TestServer;
  let folder: string;
  let file: string;
  const bearer = { read: {}, write: {} } as Record<"read" | "write", Record<string, string>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-tokens-"));
    file = join(folder, "tokens.json");
    for (const role of ["read", "write"] as const) {
      bearer[role] = { Authorization: `Bearer ${await createToken(file, role, role, new Date())}` };
    }
    server = await serveSynthetic({ articles: 3, tokens: await readTokens(file), host: "0.0.0.0" });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it("keeps only hashes, readable by the owner alone", async () => {
    const text = await readFile(file, "utf8");
    expect(text).not.toContain(bearer.write.Authorization?.slice(7));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("asks for a token, and for the role that the request needs", async () => {
    const none = await server.get("/api/stats");
    expect(none.status).toBe(401);
    expect(none.headers.get("www-authenticate")).toContain("Bearer");
    expect((await server.get("/api/stats", { Authorization: "Bearer entente_wrong" })).status).toBe(401);
    expect((await server.get("/api/stats", bearer.read)).status).toBe(200);
    expect((await server.post("/api/articles?dry=true", TEXT, bearer.read)).status).toBe(200);
    expect((await server.post("/api/articles", TEXT, bearer.read)).status).toBe(403);
    expect((await server.post("/api/articles", TEXT, bearer.write)).status).toBe(201);
    expect((await server.remove("/api/articles/x", bearer.read)).status).toBe(403);
  });

  it("leaves liveness and readiness open", async () => {
    expect((await server.get("/api/health")).status).toBe(200);
    expect((await server.get("/api/ready")).status).toBe(200);
  });

  it("makes no second token of a name, and revokes", async () => {
    await expect(createToken(file, "read", "read", new Date())).rejects.toThrow(/named "read" already/);
    expect(await revokeToken(file, "read")).toBe(true);
    expect(await revokeToken(file, "read")).toBe(false);
    expect((await readTokens(file)).map(({ name }) => name)).toEqual(["write"]);
  });
});

describe("limits", () => {
  it("stops an address that asks too often", async () => {
    const server = await serveSynthetic({ articles: 0, requestsPerMinute: 5 });
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await server.get("/api/health")).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    await server.stop();
  });

  it.each(["0.0.0.0", "::", "192.168.0.1"])("does not open %s to others without tokens", async (host) => {
    await expect(serveSynthetic({ articles: 0, host })).rejects.toThrow(/--tokens FILE.*--insecure/);
  });
});
