import { signal } from "@preact/signals";

const KEY = "entente.token";

/** The bearer token for servers that ask for one; kept until the tab closes. */
export const token = signal(sessionStorage.getItem(KEY) ?? "");

export function setToken(value: string): void {
  token.value = value;
  sessionStorage.setItem(KEY, value);
}

export function authorization(): Record<string, string> {
  return token.value === "" ? {} : { authorization: `Bearer ${token.value}` };
}
