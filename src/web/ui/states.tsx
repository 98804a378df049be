import type { ComponentChildren } from "preact";
import { ApiError } from "../api/client.js";
import { setToken, token } from "../api/token.js";

/** Something is on its way; screen readers hear it once. */
export function Loading({ what }: { what: string }) {
  return (
    <p class="state loading" role="status">
      Loading {what} …
    </p>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state empty">
      <h2>{title}</h2>
      <div>{children}</div>
    </div>
  );
}

/** What went wrong, in the server's words, and what to do about it. */
export function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const locked = error instanceof ApiError && error.problem.status === 401;
  return (
    <div class="state failed" role="alert">
      <h2>{error instanceof ApiError ? error.problem.title : "Something went wrong"}</h2>
      <p>{error.message}</p>
      {error instanceof ApiError &&
        error.problem.errors?.map(({ path, message }) => (
          <p key={path}>
            <code>{path}</code>: {message}
          </p>
        ))}
      {locked && (
        <label class="field">
          Access token
          <input
            type="password"
            autocomplete="off"
            value={token.value}
            onChange={(event) => setToken(event.currentTarget.value.trim())}
          />
        </label>
      )}
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
