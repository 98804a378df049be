import { go, TABS, type Tab, view } from "../state/view.js";
import { TakeAway } from "../take-away/take-away.js";
import { ThemeSwitch } from "./theme-switch.js";
import { ViewWords } from "./view-words.js";

const TAB_NAMES: Record<Tab, string> = {
  graph: "Graph",
  table: "Table",
  cypher: "Cypher",
  articles: "Articles",
};

/** The name, the tabs, what the view holds in words, and what can be done with all of it. */
export function TopBar() {
  const { tab } = view.value;
  return (
    <header class="top-bar">
      <h1 class="wordmark">Entente</h1>
      <nav aria-label="Views">
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            class="tab"
            aria-current={tab === name ? "page" : undefined}
            onClick={() => go({ tab: name })}
          >
            {TAB_NAMES[name]}
          </button>
        ))}
      </nav>
      <ViewWords />
      <div class="top-actions">
        <TakeAway />
        <ThemeSwitch />
      </div>
    </header>
  );
}
