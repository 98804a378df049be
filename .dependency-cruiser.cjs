/** Data goes one way: each folder imports only from those before it in this list (DESIGN: "The way of the data"). */
const layers = [
  "articles",
  "language",
  "entities",
  "statements",
  "extract",
  "graph",
  "store",
  "exchange",
  "server",
  "cli",
];
const pathOf = (layer) => (layer === "extract" ? "^src/extract\\.ts$" : `^src/${layer}/`);

const noUpward = layers.map((layer, i) => ({
  name: `${layer}-imports-only-what-comes-before`,
  severity: "error",
  from: { path: pathOf(layer) },
  to: { path: [...layers.slice(i + 1).map(pathOf), "^src/web/"] },
}));

const publicFace = layers
  .filter((layer) => layer !== "extract")
  .map((layer) => ({
    name: `${layer}-through-its-index`,
    comment: "A folder's index.ts is its whole public face.",
    severity: "error",
    from: { path: "^src/", pathNot: pathOf(layer) },
    to: { path: pathOf(layer), pathNot: `^src/${layer}/index\\.ts$` },
  }));

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "ontology-stands-alone",
      severity: "error",
      from: { path: "^src/ontology/" },
      to: { path: "^src/(?!ontology/|package-root\\.ts$)" },
    },
    {
      name: "web-knows-only-the-ontology",
      comment: "The page talks to the server over HTTP and shares nothing with it but the schemas.",
      severity: "error",
      from: { path: "^src/web/" },
      to: { path: "^src/(?!web/|ontology/)" },
    },
    ...noUpward,
    ...publicFace,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};
