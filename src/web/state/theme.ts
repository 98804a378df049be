import { effect, signal } from "@preact/signals";

const KEY = "entente.theme";
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const dark = matchMedia("(prefers-color-scheme: dark)");

/** What the user chose. */
export const theme = signal<Theme>(THEMES.find((name) => name === localStorage.getItem(KEY)) ?? "auto");

/** What is in force; whoever draws with colours as values redraws when it changes. */
export const shownTheme = signal<"light" | "dark">("light");

const settle = (): void => {
  shownTheme.value = theme.value === "auto" ? (dark.matches ? "dark" : "light") : theme.value;
};

/** Applies the theme and follows the system's; call once. */
export function startTheme(): void {
  dark.addEventListener("change", settle);
  effect(() => {
    localStorage.setItem(KEY, theme.value);
    settle();
    document.documentElement.dataset.theme = shownTheme.value;
  });
}
