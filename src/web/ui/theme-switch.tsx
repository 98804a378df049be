import { THEMES, type Theme, theme } from "../state/theme.js";

const NAMES: Record<Theme, string> = { auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" };

/** Goes round system, light and dark. */
export function ThemeSwitch() {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? "auto";
  return (
    <button
      type="button"
      class="quiet icon"
      aria-label={NAMES[theme.value]}
      title={`${NAMES[theme.value]} (click for ${next})`}
      onClick={() => {
        theme.value = next;
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.4" />
        {theme.value !== "light" && (
          <path
            d={theme.value === "dark" ? "M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0-12" : "M8 2a6 6 0 0 1 0 12z"}
            fill="currentColor"
          />
        )}
      </svg>
    </button>
  );
}
