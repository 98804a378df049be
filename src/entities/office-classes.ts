import type { OfficeClass } from "./knowledge.js";

/** Classes that a looser noun may mean: "the leader" is a president, "the diplomat" a foreign minister. */
const LOOSE: Partial<Record<OfficeClass, readonly OfficeClass[]>> = {
  chief: ["chief", "head-of-state", "head-of-government", "monarch", "military"],
  minister: ["minister", "foreign-minister"],
  envoy: ["envoy", "foreign-minister", "minister", "adviser"],
  official: [
    "official",
    "minister",
    "envoy",
    "adviser",
    "spokesman",
    "military",
    "chief",
    "foreign-minister",
    "member",
  ],
  monarch: ["monarch", "head-of-state"],
  "head-of-state": ["head-of-state", "monarch"],
  "foreign-minister": ["foreign-minister"],
  military: ["military", "chief"],
};

/** Whether a noun for an office of one class may mean who holds one of another. */
export function mayMean(noun: OfficeClass, held: OfficeClass): boolean {
  return noun === held || (LOOSE[noun]?.includes(held) ?? false);
}

/** The classes that a noun for an office may mean, its own first. */
export function meant(noun: OfficeClass): readonly OfficeClass[] {
  return [noun, ...(LOOSE[noun] ?? [])];
}
