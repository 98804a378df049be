import type { Browser } from "playwright-core";
import type { Served } from "./served.js";

/** One server with the samples and one browser, started once for all parts; call it within hooks and tests. */
export type Given = () => { served: Served; browser: Browser };
