import { describe, expect, it } from "vitest";
import { idsOf } from "./reading.js";

describe("towns", () => {
  it.each([
    ["Russia shelled Kostiantynivka.", "region/ukr/kostiantynivka"],
    ["Turkish drones struck a depot in Qamishli, Syria said.", "region/syr/qamishli"],
    ["Rebels took the village of Zarambo.", "region/zarambo"],
    ["Pakistan's jets struck Khost province.", "region/khost-province"],
  ])("%s", (text, id) => {
    expect(idsOf(text)).toContain(id);
  });

  it("reads none into persons, meetings and far states", () => {
    expect(idsOf("Ukraine's minister Olena Kherson attacked Russia.").join()).not.toContain("region/");
    expect(idsOf("Delegates of Sudan met in Bologna.").join()).not.toContain("region/");
    expect(idsOf("Kenya struck Palma.").join()).not.toContain("region/");
  });

  it("takes 'the city' for a town, 'the province' for none", () => {
    const text = (noun: string) => `Syria shelled Aleppo. Iran sent food to the ${noun}.`;
    expect(idsOf(text("city")).filter((id) => id === "region/aleppo")).toHaveLength(2);
    expect(idsOf(text("province")).filter((id) => id === "region/aleppo")).toHaveLength(1);
  });
});

describe("territories by their apposition", () => {
  it("tells them from persons with an office", () => {
    expect(idsOf("Gedo, a region of Somalia, wants peace.")).toContain("region/gedo");
    expect(idsOf("Ana Lopes, Angola's head of state, resigned.").join()).not.toContain("region/");
  });
});
