/** The ways out of Entente: file formats, and what they are filled from. */
export { cypherSource } from "./cypher-source.js";
export { EXPORTERS, exporterNamed } from "./formats.js";
export { selectionSource } from "./selection-source.js";
export { ExportError, type Exporter, type ExportOptions, type ExportSource } from "./types.js";
