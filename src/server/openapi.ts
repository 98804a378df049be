import { z } from "zod";
import { ENDPOINTS, type Endpoint, ProblemSchema } from "../ontology/index.js";
import { VERSION } from "../version.js";

type Json = { [key: string]: unknown };

/** The OpenAPI 3.1 document, generated from the schemas that the server validates by. */
export function openApi(): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method]: operation(name, endpoint, components) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Entente",
      version: VERSION,
      description:
        "A knowledge graph of international relations, each edge traceable to the sentence that says so.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}

/** Schemas under `components`, with the local definitions of each lifted beside it. */
class Components {
  readonly schemas: Json = {};

  add(name: string, schema: z.ZodType, io: "input" | "output"): Json {
    if (!(name in this.schemas)) {
      const { $schema: _, $defs, ...body } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
      this.schemas[name] = body;
      for (const [key, definition] of Object.entries($defs ?? {})) this.schemas[name + key] = definition;
      const lifted = JSON.stringify(this.schemas).replaceAll('"#/$defs/', `"#/components/schemas/${name}`);
      Object.assign(this.schemas, JSON.parse(lifted));
    }
    return { $ref: `#/components/schemas/${name}` };
  }
}

function operation(name: string, endpoint: Endpoint, components: Components): Json {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters: [...parameters(endpoint.params, "path"), ...parameters(endpoint.query, "query")],
    ...(endpoint.body ? { requestBody: requestBody(title, endpoint, endpoint.body, components) } : {}),
    responses: {
      [String(endpoint.status ?? 200)]: success(title, endpoint, components),
      default: {
        description: "A problem (RFC 9457)",
        content: {
          "application/problem+json": { schema: components.add("Problem", ProblemSchema, "output") },
        },
      },
    },
    ...(endpoint.role === "public" ? {} : { security: [{}, { token: [] }] }),
  };
}

function parameters(schema: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
    ...(typeof property === "object" && property.type === "array" ? { style: "form", explode: false } : {}),
  }));
}

function requestBody(title: string, endpoint: Endpoint, body: z.ZodType, components: Components): Json {
  const json = { schema: components.add(`${title}Body`, body, "input") };
  const text = endpoint.plainText ? { "text/plain": { schema: { type: "string", minLength: 1 } } } : {};
  return { required: true, content: { "application/json": json, ...text } };
}

function success(title: string, endpoint: Endpoint, components: Components): Json {
  const content: Json = {};
  if (endpoint.response) {
    content["application/json"] = { schema: components.add(`${title}Response`, endpoint.response, "output") };
  }
  for (const type of endpoint.media ?? []) content[type] = { schema: { type: "string" } };
  return { description: "Fine", content };
}
