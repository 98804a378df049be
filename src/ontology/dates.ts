import { z } from "zod";

/** A calendar date as precise as it is known: `2016`, `2016-05` or `2016-05-24`. Sorts as text within one precision. */
export const PartialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "expected YYYY, YYYY-MM or YYYY-MM-DD");
export type PartialDate = z.infer<typeof PartialDateSchema>;
