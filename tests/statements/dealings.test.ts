import { describe, expect, it } from "vitest";
import { said } from "../support/said.js";

describe("frames of what states do with one another", () => {
  it.each([
    // Talks and meetings
    ["Thai officials held a round of consultations with a Laotian minister.", "Thailand MET_WITH Laos"],
    ["Mauritania is ready for talks with Senegal.", "Mauritania MET_WITH Senegal"],
    [
      "Georgia's president was in Brussels for talks with the European Union.",
      "Georgia MET_WITH European Union",
    ],
    ["Serbia's president came face to face with Kosovo's prime minister.", "Serbia MET_WITH Kosovo"],
    ["The Greek premier will see the Turkish president in Ankara next week.", "Greece MET_WITH Türkiye"],
    [
      "The Polish prime minister called Canada's leader on Friday to discuss the crisis.",
      "Poland MET_WITH Canada",
    ],
    ["Japan's envoy paid a courtesy call on Vietnam's president.", "Japan MET_WITH Vietnam"],
    ["General Rashid Alam called on the Nepali prime minister in Kathmandu.", "Rashid Alam MET_WITH Nepal"],
    [
      "During a stay in Lima, the Irish minister, Sean Daly, was received by President Ana Quispe.",
      "Sean Daly MET_WITH Ana Quispe",
    ],
    // Visits
    [
      "During a stay in Lima, the Irish minister, Sean Daly, was received by President Ana Quispe.",
      "Sean Daly VISITED Peru",
    ],
    ["Belgium's king hosted the emperor of Japan.", "Japan VISITED Belgium"],
    ["The Irish president left Dublin for Malta late on Friday.", "Ireland VISITED Malta"],
    ["The Irish president accepted an invitation to visit Malta.", "Ireland VISITED Malta"],
    ["The Irish president postponed a trip to Malta.", "Ireland NOT VISITED Malta"],
    // Agreements
    [
      "A deal on the river has been reached with Kyrgyzstan, Mongolia announced.",
      "Kyrgyzstan SIGNED_WITH Mongolia",
    ],
    ["Mongolia announced a deal with Kyrgyzstan on the river.", "Mongolia SIGNED_WITH Kyrgyzstan"],
    ["Mongolia is close to a deal with Kyrgyzstan.", "Mongolia SIGNED_WITH Kyrgyzstan"],
    [
      "A joint declaration by Honduras and El Salvador was issued on Friday.",
      "Honduras SIGNED_WITH El Salvador",
    ],
    ["Mali and Niger concluded a defence alliance.", "Mali SIGNED_WITH Niger"],
    // Support
    ["Chile expressed its solidarity with the Cuban people.", "Chile SUPPORTS Cuba"],
    ["Kyrgyzstan closed the base with the blessing of Moscow.", "Russia SUPPORTS Kyrgyzstan"],
    ["Guyana can count on Brazil's backing.", "Brazil SUPPORTS Guyana"],
    ["Palau will never desert Taiwan.", "Palau SUPPORTS Taiwan"],
    ["Ireland sponsored the resolution.", "Ireland SUPPORTS resolution"],
    ["Fiji is one of the sponsors of the climate fund.", "Fiji SUPPORTS climate fund"],
    ["Nauru switched recognition from Taipei to Beijing.", "Nauru SUPPORTS China"],
    // Cooperation
    ["Iceland joined Canada in a naval exercise.", "Iceland COOPERATES_WITH Canada"],
    ["Latvia gets its gas from Norway.", "Latvia COOPERATES_WITH Norway"],
    ["Close economic ties between Chile and Peru have helped.", "Chile COOPERATES_WITH Peru"],
    ["Ghana called for closer economic ties with Togo.", "Ghana COOPERATES_WITH Togo"],
    ["Ghana noted the development of trade between Togo and Benin.", "Togo COOPERATES_WITH Benin"],
    // Mediation
    ["Oman offered Chad and Sudan its good offices.", "Oman MEDIATED Chad"],
    ["Iran negotiated a truce with Iraq through Omani mediation.", "Oman MEDIATED Iraq"],
    ["Turkish mediation in the war between Chad and Sudan led nowhere.", "Türkiye MEDIATED Sudan"],
    ["A truce mediated by Angola between Chad and Sudan came into force.", "Chad SIGNED_WITH Sudan"],
    ["Israel and Jordan held indirect talks mediated by Oman.", "Oman MEDIATED Israel"],
    ["Israel and Jordan held indirect talks mediated by Oman.", "Oman MEDIATED Jordan"],
    // Aid
    ["Cambodia is grateful for Japanese help.", "Japan AIDED Cambodia"],
    ["The Netherlands will supply Moldova with F-16 fighters.", "Netherlands AIDED Moldova"],
    ["Relief flights from Jordan landed in Sudan.", "Jordan AIDED Sudan"],
    ["Mozambique thanked Sweden for 40 tonnes of rice.", "Sweden AIDED Mozambique"],
    ["Papua New Guinea will get $300 million from Japan to build a port.", "Japan AIDED Papua New Guinea"],
    ["The bridge in Papua New Guinea was built with Japanese aid.", "Japan AIDED Papua New Guinea"],
    ["Teams from Italy and France are searching the rubble in Libya.", "Italy AIDED Libya"],
    ["Tunisia took delivery of six patrol boats donated by Canada.", "Canada AIDED Tunisia"],
    ["Kuwait deposited $500 million in Lebanon's treasury.", "Kuwait AIDED Lebanon"],
    // Sanctions
    ["Australia is considering sanctions against Myanmar.", "Australia SANCTIONED Myanmar"],
    ["Australia has drawn up sanctions against Myanmar.", "Australia SANCTIONED Myanmar"],
    ["Australia shut Myanmar out of its market.", "Australia SANCTIONED Myanmar"],
    ["Australian aid to Myanmar was suspended.", "Australia SANCTIONED Myanmar"],
    ["Eight Russian diplomats were ordered out of Japan.", "Japan SANCTIONED Russia"],
    ["The US Treasury put two Iranian generals under sanctions.", "US Treasury SANCTIONED Iran"],
    // Attacks
    ["Six Ethiopian soldiers were killed in an Eritrean attack.", "Eritrea ATTACKED Ethiopia"],
    ["In an ambush by Eritrean troops, six Ethiopian soldiers were killed.", "Eritrea ATTACKED Ethiopia"],
    ["A rocket fired by Eritrea hit an Ethiopian village.", "Eritrea ATTACKED Ethiopia"],
    ["Pakistan hit back with missile strikes inside Iran.", "Pakistan ATTACKED Iran"],
    // Cooperation
    ["Argentina and Uruguay are allies.", "Argentina COOPERATES_WITH Uruguay"],
    ["Kazakh-Hungarian trade reached $200 million.", "Kazakhstan COOPERATES_WITH Hungary"],
    ["Norway supplies a third of Germany's gas.", "Norway COOPERATES_WITH Germany"],
    ["The sale of Argentine drones to Uruguay was approved.", "Argentina COOPERATES_WITH Uruguay"],
    ["Argentine and Uruguayan marines took part in a joint exercise.", "Argentina COOPERATES_WITH Uruguay"],
    // Membership
    ["Croatia has applied for NATO membership.", "Croatia MEMBER_OF NATO"],
    ["Croatia was elected to the UN Security Council.", "Croatia MEMBER_OF UN Security Council"],
  ])("reads: %s", (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it.each([
    ["Malta will receive Ireland's president in October.", "Malta MET_WITH Ireland"],
    ["Bahrain hosted a meeting with Oman.", "Bahrain MEDIATED Oman"],
    ["Mongolia prizes its partnership with Japan.", "Mongolia SIGNED_WITH Japan"],
    ["Guyana can count on Brazil's backing.", "Guyana REQUESTED Brazil"],
    ["Chad's president returned to Chad.", "Chad VISITED Chad"],
    ["Niger's president paid tribute to Togo.", "Niger VISITED Togo"],
    ["Neither Eritrea nor Djibouti signed the protocol.", "Eritrea NOT SIGNED_WITH Djibouti"],
    ["General Rashid Alam called on the Nepali prime minister in Kathmandu.", "Rashid Alam REQUESTED Nepal"],
    ["Serbia thanked Slovakia for not recognising Kosovo.", "Slovakia SUPPORTS Kosovo"],
    ["Mongolia has been supplying coal to China for decades.", "Mongolia AIDED China"],
    ["Mauritania has lent its support to the Senegalese plan.", "Mauritania AIDED Senegal"],
    ["Norway applauded Zambia for restructuring its debt.", "Zambia AIDED Norway"],
    ["Eritrean soldiers crossed into Ethiopia and burned a village.", "Eritrea VISITED Ethiopia"],
    ["Swedish doctors arrived in Mozambique after the cyclone.", "Sweden VISITED Mozambique"],
    ["Oman's emir presented himself as a bridge between Israel and Jordan.", "Israel COOPERATES_WITH Jordan"],
    ["The exiles hired gunmen from Sri Lanka for the Maldives.", "Maldives COOPERATES_WITH Sri Lanka"],
    ["Kenya put on hold the dispatch of 500 policemen to Haiti.", "Kenya SANCTIONED Haiti"],
    ["Lebanon agreed to a truce through the mediation of Oman.", "Lebanon MEDIATED Oman"],
    ["Iran's threat of missiles was met by Canada with silence.", "Iran MET_WITH Canada"],
  ])("does not read into: %s", (text, wrong) => {
    expect(said(text)).not.toContain(wrong);
  });
});

describe("what two do to each other", () => {
  it.each([
    "Angola and Zambia accused one another of lying.",
    "Angola and Zambia accused each other of lying.",
    "Angola and Zambia have traded charges for weeks. Each side blamed the other for the fire.",
  ])("is done by both: %s", (text) => {
    expect(said(text)).toContain("Angola ACCUSED Zambia");
    expect(said(text)).toContain("Zambia ACCUSED Angola");
  });

  it("is done to what is the other's", () => {
    expect(said("Angola and Zambia expelled each other's diplomats.")).toContain("Zambia SANCTIONED Angola");
  });
});

describe("a meeting told of before", () => {
  const MET = "Peruvian President Ana Ruiz and Chilean President Luis Soto met in Lima on Friday. ";

  it("has its parties where a mediator of it is named later", () => {
    for (const later of [
      "The talks were mediated by Norway.",
      "Friday's encounter was brokered by Norway.",
    ]) {
      const found = said(MET + later);
      expect(found).toContain("Norway MEDIATED Ana Ruiz");
      expect(found).toContain("Norway MEDIATED Luis Soto");
    }
  });

  it("is not what another name or a new meeting means, and no party mediates in it", () => {
    expect(said(`${MET}A new round of talks was mediated by Norway.`)).not.toContain(
      "Norway MEDIATED Ana Ruiz",
    );
    expect(said(`${MET}The talks were arranged by Peru.`).some((s) => s.includes("MEDIATED"))).toBe(false);
  });
});

it("reads persons of two states who are joined as two subjects", () => {
  const text = "Irfaan Ali of Guyana and Nicolás Maduro of Venezuela met on Thursday.";
  expect(said(text)).toEqual(["Irfaan Ali MET_WITH Nicolás Maduro"]);
});
