import { gunzipSync, gzipSync } from "node:zlib";

/**
 * The container of model files: gzip over a four-byte length, a JSON header of that length, and the bytes
 * of the typed arrays that the header lists in its order. All little-endian, unpadded.
 */

type Column = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array;
const TYPES = { Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array };

interface Header {
  format: string;
  meta: unknown;
  columns: { name: string; type: keyof typeof TYPES; length: number }[];
}

/** The header's description and the arrays of a model file. */
export interface ModelFile {
  meta: unknown;
  columns: Record<string, Column>;
}

/** Bytes of a model file; `format` names kind and version, e.g. `tagger-1`. */
export function packModel(format: string, meta: unknown, columns: Record<string, Column>): Buffer {
  const header: Header = { format, meta, columns: [] };
  const bodies: Buffer[] = [];
  for (const [name, column] of Object.entries(columns)) {
    const type = column.constructor.name as keyof typeof TYPES;
    header.columns.push({ name, type, length: column.length });
    bodies.push(Buffer.from(column.buffer, column.byteOffset, column.byteLength));
  }
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return gzipSync(Buffer.concat([length, head, ...bodies]), { level: 9 });
}

/**
 * Reads what packModel wrote.
 * @throws Error if the file is of another format
 */
export function unpackModel(bytes: Uint8Array, format: string, file: string): ModelFile {
  const body = gunzipSync(bytes);
  const headLength = body.readUInt32LE(0);
  const header = JSON.parse(body.toString("utf8", 4, 4 + headLength)) as Header;
  if (header.format !== format) {
    throw new Error(`${file}: model of format ${header.format}, this version reads ${format}; train it anew`);
  }
  const columns: Record<string, Column> = {};
  let offset = 4 + headLength;
  for (const { name, type, length } of header.columns) {
    const size = length * TYPES[type].BYTES_PER_ELEMENT;
    const bytesOfColumn = body.buffer.slice(
      body.byteOffset + offset,
      body.byteOffset + offset + size,
    ) as ArrayBuffer;
    columns[name] = new TYPES[type](bytesOfColumn);
    offset += size;
  }
  return { meta: header.meta, columns };
}
