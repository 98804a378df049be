import type { z } from "zod";
import {
  type BodyOf,
  ENDPOINTS,
  type Endpoint,
  type EndpointName,
  type Problem,
  ProblemSchema,
  type QueryOf,
  type ResponseOf,
} from "../../ontology/index.js";
import { authorization } from "./token.js";

/** What the server refused, in its own words. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = "ApiError";
  }
}

interface Call<K extends EndpointName> {
  params?: Record<string, string>;
  query?: QueryOf<K>;
  body?: BodyOf<K>;
  signal?: AbortSignal;
}

/** Query strings as the server reads them: lists with commas, nothing for what is empty. */
export function queryString(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    if (Array.isArray(value) && value.length === 0) continue;
    search.set(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** The address of an endpoint, for links and downloads too. */
function address<K extends EndpointName>(name: K, { params = {}, query }: Call<K>): string {
  const path = ENDPOINTS[name].path.replace(/:(\w+)/g, (_whole, key: string) =>
    encodeURIComponent(params[key] ?? ""),
  );
  return path + queryString((query ?? {}) as Record<string, unknown>);
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  const parsed = ProblemSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  return {
    type: "about:blank",
    title: response.statusText,
    status: response.status,
    detail: text.slice(0, 300),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A proxy's error page; the caller shows its text.
  }
}

/** Sends a request and gives the answer as it came. @throws ApiError on any status but 2xx */
export async function send<K extends EndpointName>(name: K, call: Call<K>): Promise<Response> {
  const { body, signal } = call;
  const headers: Record<string, string> = { ...authorization() };
  if (body !== undefined) headers["content-type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(address(name, call), {
      method: ENDPOINTS[name].method.toUpperCase(),
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError({
      type: "about:blank",
      title: "No answer",
      status: 0,
      detail: "The server does not answer. See whether `entente serve` is still running, then try again.",
    });
  }
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response;
}

/** Calls an endpoint and checks the answer by its schema. @throws ApiError */
export async function call<K extends EndpointName>(name: K, options: Call<K>): Promise<ResponseOf<K>> {
  const response = await send(name, options);
  const { response: schema } = ENDPOINTS[name] as Endpoint;
  if (!schema) throw new TypeError(`${name} does not answer with JSON`);
  return (schema as z.ZodType<ResponseOf<K>>).parse(await response.json());
}
