import { useRef, useState } from "preact/hooks";
import type { BodyOf } from "../../ontology/index.js";

type Files = BodyOf<"addBatch">["files"];

/** As the server's schema: more would be refused whole. */
const MOST_FILES = 500;
const MOST_BYTES = 20_000_000;

/** The bytes of a file in base64, so that the server can find out its encoding. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read`));
    reader.readAsDataURL(file);
  });
}

/** Paste a text, drop files or choose them. */
export function Dropzone({ busy, onFiles }: { busy: boolean; onFiles: (files: Files) => void }) {
  const [text, setText] = useState("");
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);

  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    const big = files.find(({ size }) => size > MOST_BYTES);
    if (files.length > MOST_FILES || big) {
      setProblem(
        big
          ? `${big.name} is over 20 MB: load it with “entente ingest”.`
          : `At most ${MOST_FILES} files at once: load more with “entente ingest”.`,
      );
      return;
    }
    setProblem(null);
    onFiles(await Promise.all(files.map(async (file) => ({ name: file.name, base64: await base64(file) }))));
  };

  return (
    <form
      class={`dropzone ${over ? "over" : ""}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") onFiles([{ name: "pasted text", text }]);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files ?? null);
      }}
    >
      <label class="field">
        Paste an article, or drop files here
        <textarea
          rows={14}
          spellcheck={false}
          placeholder={"Title\nCITY (Agency) – The text …"}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="hint">Plain text, HTML, JSON or JSONL.</p>
      {problem && (
        <p class="warn" role="alert">
          {problem}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="primary" disabled={busy || text.trim() === ""}>
          Read the text
        </button>
        <button type="button" disabled={busy} onClick={() => picker.current?.click()}>
          Choose files …
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="Article files"
          onChange={(event) => {
            void take(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </div>
    </form>
  );
}
