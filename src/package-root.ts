import { fileURLToPath } from "node:url";

/** Absolute path of the installed package: where `data/`, `cypher/` and `samples/` are. The same from src/ and dist/. */
export const PACKAGE_ROOT: string = fileURLToPath(new URL("..", import.meta.url));
