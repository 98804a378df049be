import { XML_ENTITIES } from "./text.js";

/** Bytes in a piece that is handed on. */
const PIECE = 65_536;
/** Room for a piece and the last thing that went into it, as a rule. */
const ROOM = PIECE + 8_192;
/** A character becomes at most six bytes: `&quot;`. */
const MOST_BYTES = 6;

/** 1 for ASCII characters that stand for themselves in XML. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  code < 0x20 || XML_ENTITIES[String.fromCharCode(code)] ? 0 : 1,
);

/**
 * Collects an XML file as UTF-8. Putting bytes down one by one costs less than adding up millions of short
 * texts, which the engine has to search for what must be escaped, to flatten and to encode.
 */
export class XmlWriter {
  private bytes = Buffer.allocUnsafeSlow(ROOM);
  private length = 0;

  /** Puts down markup of ours: ASCII, and nothing to escape. */
  markup(ascii: string): void {
    this.reserve(ascii.length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < ascii.length; i++) bytes[at++] = ascii.charCodeAt(i);
    this.length = at;
  }

  /** Puts down a text or the value of an attribute: escaped, and without what XML cannot hold. */
  text(text: string): void {
    this.reserve(text.length * MOST_BYTES);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        if (PLAIN[code] === 1) bytes[at++] = code;
        else at = this.escape(code, at);
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || (code > 0xdfff && code < 0xfffe)) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if (isPair(code, text.charCodeAt(i + 1))) {
        at += bytes.write(text.slice(i, i + 2), at);
        i++;
      }
    }
    this.length = at;
  }

  /** What was put down, once it is as much as is worth handing on; else null. */
  full(): Uint8Array | null {
    return this.length < PIECE ? null : this.rest();
  }

  /** What was put down and not handed on yet. */
  rest(): Uint8Array {
    const piece = this.bytes.subarray(0, this.length);
    // The piece is still being read when the next one is written.
    this.bytes = Buffer.allocUnsafeSlow(this.bytes.length);
    this.length = 0;
    return piece;
  }

  /** Control characters have no escape: they are left out. */
  private escape(code: number, at: number): number {
    return at + this.bytes.write(XML_ENTITIES[String.fromCharCode(code)] ?? "", at);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(ROOM, (this.length + more) * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

/** Whether two halves make one character; a half alone is none, and no-characters end each plane. */
function isPair(high: number, low: number): boolean {
  return high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
}
