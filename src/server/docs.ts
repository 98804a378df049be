import { ENDPOINTS, type Endpoint } from "../ontology/index.js";
import { VERSION } from "../version.js";

/** The documentation page: every endpoint, no scripts, nothing from elsewhere. */
export function docsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Entente HTTP interface</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<main>
<h1>Entente ${escape(VERSION)}: HTTP interface</h1>
<p>The machine-readable document is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1), made from the
schemas that the server checks requests with. Errors are problem details
(RFC 9457, <code>application/problem+json</code>). Lists in query strings are separated by commas; ids in paths are
url-encoded (<code>issue%2Fzangezur-corridor</code>).</p>
<pre>curl 'http://127.0.0.1:3000/api/graph?focus=IRN,AZE,ARM&amp;hops=0&amp;from=2020'
curl -H 'Content-Type: text/plain' --data-binary @article.txt 'http://127.0.0.1:3000/api/articles?dry=true'</pre>
${Object.values<Endpoint>(ENDPOINTS).map(section).join("\n")}
</main>
</body>
</html>
`;
}

export const DOCS_CSS = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .25rem; border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-top: 1rem; }
h2 code { font-weight: 600; }
code, pre { font-family: ui-monospace, monospace; font-size: .92em; }
pre { overflow-x: auto; padding: .75rem; background: color-mix(in srgb, currentColor 8%, transparent); }
table { border-collapse: collapse; }
td { padding: .1rem 1rem .1rem 0; vertical-align: top; }
`;

function section(endpoint: Endpoint): string {
  const fields = [...rows(endpoint.params?.shape, "path"), ...rows(endpoint.query?.shape, "query")];
  const body = endpoint.body
    ? `<p>Body: JSON${endpoint.plainText ? " or plain text" : ""}, as in the OpenAPI document.</p>`
    : "";
  const media = endpoint.media
    ? `<p>Also gives ${endpoint.media.map((type) => `<code>${type}</code>`).join(", ")}.</p>`
    : "";
  const role = endpoint.role === "dry" ? "write (read with dry=true)" : endpoint.role;
  return `<section>
<h2><code>${endpoint.method.toUpperCase()} ${escape(endpoint.path)}</code></h2>
<p>${escape(endpoint.summary)}. Token role: ${role}.</p>
${fields.length > 0 ? `<table>${fields.join("")}</table>` : ""}${body}${media}
</section>`;
}

function rows(
  shape: Record<string, { description?: string | undefined }> | undefined,
  place: string,
): string[] {
  return Object.entries(shape ?? {}).map(
    ([name, schema]) =>
      `<tr><td><code>${escape(name)}</code></td><td>${place}</td><td>${escape(schema.description ?? "")}</td></tr>`,
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);
}
