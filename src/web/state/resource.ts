import { useEffect, useState } from "preact/hooks";

export type Resource<T> =
  | { status: "loading"; previous: T | null }
  | { status: "ready"; data: T }
  | { status: "failed"; error: Error; retry: () => void };

/**
 * Loads what a component shows. A new `key` loads anew and cancels the load before; meanwhile the
 * earlier data is still there as `previous`. A null key loads nothing.
 */
export function useResource<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [state, setState] = useState<Resource<T>>({ status: "loading", previous: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    setState((old) => ({ status: "loading", previous: old.status === "ready" ? old.data : null }));
    load(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setState({ status: "ready", data });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const retry = () => setAttempt((n) => n + 1);
        setState({
          status: "failed",
          error: error instanceof Error ? error : new Error(String(error)),
          retry,
        });
      },
    );
    return () => abort.abort();
  }, [key, attempt]);
  return state;
}

/** What there is to show, be it old or new. */
export function latest<T>(resource: Resource<T>): T | null {
  if (resource.status === "ready") return resource.data;
  return resource.status === "loading" ? resource.previous : null;
}
