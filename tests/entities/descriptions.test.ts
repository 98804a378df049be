import { expect, it } from "vitest";
import { mentionsOf } from "./reading.js";

function meant(words: string, text: string): string[] | undefined {
  return mentionsOf(text).find((mention) => mention.words === words)?.ids;
}

it("takes the one state of the area that a title or adjective names", () => {
  const envoy =
    "Norway's ambassador to Nigeria, Ida Berg, left on Monday. The envoy praised the west African nation.";
  expect(meant("the west African nation", envoy)).toEqual(["NGA"]);
  const two =
    "Norway's ambassador to Nigeria, Ida Berg, met Norway's ambassador to Ghana, Ola Dahl. They praised the west African nation.";
  expect(meant("the west African nation", two)).toBeUndefined();
});

it("reads a number before a bloc", () => {
  const bloc = "The European Union fined Belarus. The 27-nation bloc was angry.";
  expect(meant("The 27-nation bloc", bloc)).toEqual(["organization/european-union"]);
});

it("takes those for the rebels who were called so", () => {
  const text =
    "The M23 rebels captured Goma. Rwanda is fighting the FDLR, a militia. Then the rebels attacked Bukavu.";
  expect(meant("the rebels", text)).toEqual(["organization/m23"]);
});

it("takes no sultan for an emir", () => {
  const text = "Oman's sultan, Haitham bin Tariq, travelled to Kuwait. The sultan thanked the emir.";
  expect(meant("the emir", text)).toBeUndefined();
});
