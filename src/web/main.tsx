import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/graph.css";
import "./styles/filters.css";
import "./styles/evidence.css";
import "./styles/article.css";
import "./styles/time.css";
import "./styles/cypher.css";
import "./styles/adding.css";
import "./styles/plover.css";
import { render } from "preact";
import { config } from "zod";
import { App } from "./app.js";
import { drawn } from "./graph/drawn.js";
import { startLoading } from "./state/graph.js";
import { startTheme } from "./state/theme.js";

// Zod compiles schemas with `new Function`, which the content security policy forbids.
config({ jitless: true });

startTheme();
startLoading();
// For the console and for tests: where a node is on the screen, and what is drawn.
Object.assign(globalThis, { entente: { drawn } });
const root = document.getElementById("app");
if (root) render(<App />, root);
