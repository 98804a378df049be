/** Trees that the parser got wrong, put right where they contradict themselves. */
export { childrenOfEach } from "./mutable-tree.js";
export { repaired } from "./repaired.js";
