import { describe, expect, it } from "vitest";
import { displayName } from "../../src/ontology/index.js";

describe("the name that a node shows", () => {
  it("says whose a body is that is named by what it is", () => {
    expect(displayName({ id: "organization/aze/army", name: "army", country: "AZE" })).toBe("army (AZE)");
  });

  it("is the name itself where that tells enough", () => {
    expect(displayName({ id: "organization/pentagon", name: "Pentagon", country: "USA" })).toBe("Pentagon");
    expect(displayName({ id: "IRN", name: "Iran", country: "IRN" })).toBe("Iran");
  });
});
