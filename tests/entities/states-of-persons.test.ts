import { describe, expect, it } from "vitest";
import { mentionsOf } from "./reading.js";

function stateOf(name: string, text: string): string | null | undefined {
  return mentionsOf(text).find((mention) => mention.words.includes(name))?.entities[0]?.country;
}

describe("the state of an official of whom the text says none", () => {
  it("is where the official is met", () => {
    const text =
      "Ghana is worried. Its minister will travel to Luanda in July to meet President Tito Cavaco.";
    expect(stateOf("Cavaco", text)).toBe("AGO");
    const there = "The Peruvian envoy flew to Lima on Monday. He was received by President Olga Quispe.";
    expect(stateOf("Quispe", there)).toBe("PER");
  });

  it("is one that has such an office", () => {
    const text =
      "Japan has asked Kazakhstan for help. President Yerlan Satpayev said that he would think about it.";
    expect(stateOf("Satpayev", text)).toBe("KAZ");
  });

  it("is not that of the other holder of the office", () => {
    const text =
      "Chile's foreign minister, Ana Rojas, spoke of Peru and Peru spoke of Chile. Peru is calm. Chile has protested. Foreign Minister Luz Paredes was silent.";
    expect(stateOf("Paredes", text)).not.toBe("CHL");
  });

  it("is that of the main subject before the official", () => {
    const text =
      "Mexico will leave the talks if Canada insists on tariffs, Economy Minister Lucas Ibarra warned on Friday.";
    expect(stateOf("Ibarra", text)).toBe("MEX");
  });

  it("is none that the official travels to", () => {
    const text = "Russia and Serbia will sign when President Goran Vukovic visits Moscow on May 25.";
    expect(stateOf("Vukovic", text)).toBe("SRB");
    expect(stateOf("Ade", "General Femi Ade has arrived in Togo.")).toBeNull();
  });

  it("is left open where no state stands out", () => {
    const text =
      "Finland praised Sweden. Sweden praised Finland. Talks went on for a day. The hall was full. Defence Minister Olle Berg was late.";
    expect(stateOf("Berg", text)).toBeNull();
  });
});

describe("an official whom only a verb makes one", () => {
  it("governs, wins the presidency, is elected or came before another", () => {
    expect(
      stateOf("Andrade", "Rodrigo Andrade, who has governed Ecuador since May, recalled his envoy."),
    ).toBe("ECU");
    expect(stateOf("Sarr", "Amina Sarr won the presidency of Senegal. Ms Sarr visited Paris.")).toBe("SEN");
    expect(stateOf("Novak", "Petra Novak was elected president of Slovakia on Saturday.")).toBe("SVK");
    expect(stateOf("Mansour", "Tunisia's president blamed his predecessor, Hedi Mansour.")).toBe("TUN");
  });
});

describe("a person without office", () => {
  it("is nearer than an official whom a pronoun could mean", () => {
    const text =
      "Peru's president, Luis Ocampo, spoke on Monday. The singer Paco Rivas left the country, and Rivas said he was never coming back.";
    expect(mentionsOf(text).filter(({ words }) => words === "he")).toEqual([]);
  });
});

describe("an official of what a pronoun or description means", () => {
  it("serves the body or state that was named", () => {
    const movement =
      "The Rapid Support Forces dismissed the claim. Their deputy commander, Musa Abkar, accused Egypt of lying.";
    expect(stateOf("Abkar", movement)).toBe("SDN");
    const bloc =
      "The European Union turned to India. The bloc's top diplomat, Javier Borja, urged India to wait.";
    expect(stateOf("Borja", bloc)).toBeNull();
    const alliance = "NATO condemned Russia. Its secretary general, Anders Holm, was blunt.";
    expect(stateOf("Holm", alliance)).toBeNull();
  });
});
