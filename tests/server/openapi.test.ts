import { describe, expect, it } from "vitest";
import { ENDPOINTS, type Endpoint } from "../../src/ontology/index.js";
import { openApi } from "../../src/server/index.js";

type Json = { [key: string]: Json } & { $ref?: string };
const document = openApi() as unknown as Json;

/** Every `$ref` in the document. */
function refs(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [String(inner)] : refs(inner)));
}

const at = (pointer: string) =>
  pointer
    .replace(/^#\//, "")
    .split("/")
    .reduce<Json | undefined>((value, key) => value?.[key], document);

describe("/api/openapi.json", () => {
  it("has every endpoint, with its parameters", () => {
    for (const [name, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
      const operation = at(`#/paths`)?.[endpoint.path.replace(/:(\w+)/g, "{$1}")]?.[endpoint.method];
      expect(operation?.operationId).toBe(name);
      const names = (operation?.parameters as unknown as { name: string }[]).map(
        (parameter) => parameter.name,
      );
      expect(names).toEqual([
        ...Object.keys(endpoint.params?.shape ?? {}),
        ...Object.keys(endpoint.query?.shape ?? {}),
      ]);
    }
  });

  it("has no reference that leads nowhere", () => {
    const all = refs(document);
    expect(all.length).toBeGreaterThan(20);
    for (const ref of all) expect([ref, at(ref)]).not.toEqual([ref, undefined]);
  });

  it("says of every field what it holds: no empty schema but where any JSON fits", () => {
    const empty = Object.entries(document.components?.schemas ?? {}).filter(
      ([, schema]) => Object.keys(schema).length === 0,
    );
    expect(empty).toEqual([]);
  });
});
