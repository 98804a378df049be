import { describe, expect, it } from "vitest";
import { createExtractor } from "../../src/extract.js";

const extractor = createExtractor();

/** Everything read in one sentence, as "A PREDICATE B". */
function read(text: string): string[] {
  const { statements } = extractor.extract({
    id: "frame-classes",
    title: "",
    source: null,
    publishedAt: "2025-03-01",
    url: null,
    text,
  });
  return statements.map((s) => `${s.subject.name} ${s.negated ? "NOT " : ""}${s.predicate} ${s.object.name}`);
}

describe("conditional threats and ultimatums", () => {
  it.each([
    [
      "Ethiopia will bomb Asmara unless Eritrea pulls its troops back, its defence minister said.",
      ["Ethiopia THREATENED Eritrea"],
    ],
    [
      "Zambia will close its embassy in Harare if Zimbabwe does not release the journalists, Lusaka said on Friday.",
      ["Zambia THREATENED Zimbabwe"],
    ],
    [
      "Unless Hanoi frees the dissidents, Berlin will cut its aid to Vietnam, the German foreign ministry said.",
      ["Germany THREATENED Vietnam"],
    ],
    [
      '"If Nicosia drills again, we will send our ships," Turkish Defence Minister Hasan Tekin said.',
      ["Hasan Tekin THREATENED Cyprus"],
    ],
    [
      '"If Algeria crosses that line, it will pay dearly," said Morocco\'s foreign minister, Karim Alaoui.',
      ["Karim Alaoui THREATENED Algeria"],
    ],
    [
      "Brazil threatened to expel the Venezuelan ambassador unless Caracas apologised.",
      ["Brazil THREATENED Venezuela"],
    ],
    ["India threatened Pakistan with a suspension of the water treaty.", ["India THREATENED Pakistan"]],
    ["Japan has threatened to impose tariffs on South Korea.", ["Japan THREATENED South Korea"]],
    ["Kenya threatened on Tuesday to break off diplomatic ties with Somalia.", ["Kenya THREATENED Somalia"]],
    [
      "Belarus threatened to cut off the transit of gas to Poland if Warsaw closed the crossings.",
      ["Belarus THREATENED Poland"],
    ],
    [
      "Hungary threatened to veto the loan to Ukraine unless Kyiv restored the oil transit.",
      ["Hungary THREATENED Ukraine"],
    ],
    ["Tehran warned Baku of grave consequences.", ["Iran THREATENED Azerbaijan"]],
    ["Tehran warned Baku that it would respond with force.", ["Iran THREATENED Azerbaijan"]],
    [
      'Tehran warned Baku of "a crushing answer" should its border be violated.',
      ["Iran THREATENED Azerbaijan"],
    ],
    ["Sudan's army warned Chad that it would strike its airports.", ["Sudan's army THREATENED Chad"]],
    [
      "The Philippines warned China that any attack on its vessels would trigger the treaty.",
      ["Philippines THREATENED China"],
    ],
    ["Belgrade was warned by Washington of sanctions.", ["United States THREATENED Serbia"]],
    ["Mali was threatened with sanctions by ECOWAS.", ["ECOWAS THREATENED Mali"]],
    ["Chad has been warned by Khartoum that its airports are legitimate targets.", ["Sudan THREATENED Chad"]],
    [
      "Washington's threat to bomb Iran drew a rebuke from Moscow.",
      ["United States THREATENED Iran", "Russia ACCUSED United States"],
    ],
    ["Ankara's threats against Athens have alarmed Brussels.", ["Türkiye THREATENED Greece"]],
    ["A threat by Algeria to cut gas supplies to Spain alarmed traders.", ["Algeria THREATENED Spain"]],
    ["Rwanda's threat of war against Congo was dismissed by Kinshasa.", ["Rwanda THREATENED DR Congo"]],
    ["North Korean threats against Japan continued on Sunday.", ["North Korea THREATENED Japan"]],
    [
      "Pyongyang renewed its threat of a nuclear strike on South Korea.",
      ["North Korea THREATENED South Korea"],
    ],
    ["Russia threatens Moldova with gas cut-off", ["Russia THREATENED Moldova"]],
    ["Trump threatens Colombia with tariffs over deportation flights", ["Donald Trump THREATENED Colombia"]],
    ["Israel vows revenge on Iran after missile barrage", ["Israel THREATENED Iran"]],
    ["Hezbollah vowed retaliation against Israel on Sunday.", ["Hezbollah THREATENED Israel"]],
    [
      "Iran's Revolutionary Guards promised a harsh revenge against Israel.",
      ["Iran's Revolutionary Guards THREATENED Israel"],
    ],
    [
      "Saudi Arabia gave Lebanon 48 hours to withdraw its minister's remarks or face a ban on its exports.",
      ["Saudi Arabia THREATENED Lebanon", "Saudi Arabia REQUESTED Lebanon"],
    ],
    [
      "Serbia issued an ultimatum to Kosovo on Monday.",
      ["Serbia THREATENED Kosovo", "Serbia REQUESTED Kosovo"],
    ],
    [
      "Moscow presented Tbilisi with an ultimatum.",
      ["Russia THREATENED Georgia", "Russia REQUESTED Georgia"],
    ],
    ["Georgia received an ultimatum from Moscow.", ["Russia THREATENED Georgia", "Russia REQUESTED Georgia"]],
    [
      "The United States has said that it will impose sanctions on Georgia if the law is adopted.",
      ["United States THREATENED Georgia"],
    ],
    ["Guyana could face military action by Venezuela, Caracas warned.", ["Venezuela THREATENED Guyana"]],
    [
      'Armenia would face "serious consequences", Azerbaijan\'s president warned.',
      ["Azerbaijan THREATENED Armenia"],
    ],
    [
      "Any attack on Tehran will be met with a crushing response, Iran told Israel.",
      ["Iran THREATENED Israel"],
    ],
    ["Beijing told Manila that it would pay a price for the visit.", ["China THREATENED Philippines"]],
    [
      "Beijing told Manila to leave the reef or face the consequences.",
      ["China THREATENED Philippines", "China REQUESTED Philippines"],
    ],
    [
      '"You will regret this," Eritrea\'s president, Tesfay Berhe, told Ethiopia.',
      ["Tesfay Berhe THREATENED Ethiopia"],
    ],
    [
      "Ukraine said it would retaliate against Belarus if attacks were launched from its soil.",
      ["Ukraine THREATENED Belarus"],
    ],
    [
      "Peru said that it would recall its ambassador from Mexico unless Mexico City apologised.",
      ["Peru THREATENED Mexico"],
    ],
    ["France reserves the right to strike Syria again.", ["France THREATENED Syria"]],
    ["Kuwait hinted at legal action against Iraq over the maritime border.", ["Kuwait THREATENED Iraq"]],
    ["Kenya has never threatened Somalia, its foreign ministry said.", ["Kenya NOT THREATENED Somalia"]],
    ["Tokyo did not threaten Seoul with tariffs.", ["Japan NOT THREATENED South Korea"]],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    "The junta will face sanctions unless it frees the president, the African Union warned.",
    "Unless it rains, Kenya will import maize from Tanzania.",
    "Norway will sign the accord with Chile if parliament agrees.",
    "Floods threaten Bangladesh, the Red Cross warned.",
    "Spain warned its citizens against travel to Mali.",
    "The IMF warned Argentina that inflation would rise.",
  ])("finds nothing of them in %s", (text) => {
    expect(
      read(text).filter((s) =>
        / (?:SUPPORTS|OPPOSES|REQUESTED|YIELDED_TO|ACCUSED|THREATENED|PROTESTED|COERCED|MOBILIZED) /.test(s),
      ),
    ).toEqual([]);
  });
});

describe("releases, withdrawals, concessions", () => {
  it.each([
    ["Mali released 49 soldiers of Ivory Coast on Friday.", ["Mali YIELDED_TO Ivory Coast"]],
    ["Belarus freed two Polish journalists.", ["Belarus YIELDED_TO Poland"]],
    ["Two Polish journalists were freed by Belarus on Monday.", ["Belarus YIELDED_TO Poland"]],
    ["Pakistan handed over a captured Indian pilot to India.", ["Pakistan YIELDED_TO India"]],
    ["Pakistan returned the remains of two Indian soldiers.", ["Pakistan YIELDED_TO India"]],
    ["Eritrea has not released the Ethiopian pilots.", ["Eritrea NOT YIELDED_TO Ethiopia"]],
    ["Venezuela let five American prisoners go home.", ["Venezuela YIELDED_TO United States"]],
    ["Libya pardons Tunisian fishermen", ["Libya YIELDED_TO Tunisia"]],
    [
      "Moscow agreed to exchange forty prisoners with Kyiv.",
      ["Russia YIELDED_TO Ukraine", "Ukraine YIELDED_TO Russia"],
    ],
    [
      "Armenia and Azerbaijan exchanged prisoners on Wednesday.",
      ["Armenia YIELDED_TO Azerbaijan", "Azerbaijan YIELDED_TO Armenia"],
    ],
    [
      "Russia and Ukraine swapped 103 captives each on Saturday.",
      ["Russia YIELDED_TO Ukraine", "Ukraine YIELDED_TO Russia"],
    ],
    ["The Taliban set an Australian teacher free.", ["Taliban YIELDED_TO Australia"]],
    ["The European Union lifted its sanctions on Burundi.", ["European Union YIELDED_TO Burundi"]],
    ["Sanctions on Burundi were lifted by the European Union.", ["European Union YIELDED_TO Burundi"]],
    ["Washington eased restrictions on Sudanese banks.", ["United States YIELDED_TO Sudanese banks"]],
    [
      "The lifting of sanctions against Zimbabwe by Britain came too late.",
      ["United Kingdom YIELDED_TO Zimbabwe"],
    ],
    ["China has lifted its ban on Australian barley.", ["China YIELDED_TO Australia"]],
    ["Algeria reopened its airspace to Moroccan planes.", ["Algeria YIELDED_TO Morocco"]],
    ["Algeria reopened its border with Tunisia.", ["Algeria YIELDED_TO Tunisia"]],
    ["Egypt ended its blockade of Qatar.", ["Egypt YIELDED_TO Qatar"]],
    ["The US will not lift sanctions on Syria.", ["United States NOT YIELDED_TO Syria"]],
    ["Canada suspends tariffs on Mexican steel", ["Canada YIELDED_TO Mexico"]],
    ["Peru waived visas for Chileans.", ["Peru YIELDED_TO Chile"]],
    ["Qatar is ready to lift the ban on Kuwaiti fish.", ["Qatar YIELDED_TO Kuwait"]],
    ["Uganda withdrew its troops from Congo.", ["Uganda YIELDED_TO DR Congo"]],
    ["The last French soldiers left Niger on Friday.", ["France YIELDED_TO Niger"]],
    ["France completed the withdrawal of its forces from Chad.", ["France YIELDED_TO Chad"]],
    ["Eritrean forces have pulled out of Ethiopia.", ["Eritrean forces YIELDED_TO Ethiopia"]],
    ["Ethiopia pulled back its tanks from the Sudanese border.", ["Ethiopia YIELDED_TO Sudan"]],
    ["The withdrawal of Kenyan troops from Somalia began in May.", ["Kenya YIELDED_TO Somalia"]],
    ["Russia's withdrawal from Syria surprised Tehran.", ["Russia YIELDED_TO Syria"]],
    ["Rwanda agreed to pull its men out of eastern Congo.", ["Rwanda YIELDED_TO DR Congo"]],
    ["Rwanda denied that it had pulled its men out of eastern Congo.", ["Rwanda NOT YIELDED_TO DR Congo"]],
    [
      "Colombia bowed to American pressure on Monday.",
      ["Colombia YIELDED_TO United States", "United States REQUESTED Colombia"],
    ],
    [
      "Kosovo gave in to Washington's demand over the licence plates.",
      ["Kosovo YIELDED_TO United States", "United States REQUESTED Kosovo"],
    ],
    ["Panama yielded to China on the canal fees.", ["Panama YIELDED_TO China"]],
    ["Manila made concessions to Beijing over the reef.", ["Philippines YIELDED_TO China"]],
    ["Manila's concessions to Beijing angered the Senate.", ["Philippines YIELDED_TO China"]],
    ["Denmark apologised to Greenland for the scandal.", ["Denmark YIELDED_TO Greenland"]],
    ["Denmark's apology to Greenland came on Wednesday.", ["Denmark YIELDED_TO Greenland"]],
    ["Britain agreed to cede the Chagos Islands to Mauritius.", ["United Kingdom YIELDED_TO Mauritius"]],
    ["Tajikistan handed four villages over to Kyrgyzstan.", ["Tajikistan YIELDED_TO Kyrgyzstan"]],
    ["Germany returned the bronzes to Nigeria.", ["Germany YIELDED_TO Nigeria"]],
    ["Iran granted the UN inspectors access to the site.", ["Iran YIELDED_TO UN"]],
    ["Serbia dropped its objection to Kosovo's membership.", ["Serbia YIELDED_TO Kosovo"]],
    ["Hungary withdrew its veto on aid to Ukraine.", ["Hungary YIELDED_TO Ukraine"]],
    ["Israel suspended its strikes on Lebanon.", ["Israel YIELDED_TO Lebanon"]],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    "Estonia withdrew from the tournament in Belarus.",
    "Norway returned to the talks with Sudan.",
    "Peru released a statement on Bolivia.",
    "The Peruvian central bank cut rates.",
    "Chad gave birth to a new movement in Niger.",
    "Italy let Spain score twice.",
    "The French president left Niger on Friday.",
    "The Turkish minister left Iraq after two days of talks.",
    "Ghana returned home from Togo with three medals.",
    "Egyptian doctors left for Gaza.",
    "Sweden has not yet opened its border.",
    "Turkey opened an embassy in Somalia.",
    "India opened a consulate in Nepal.",
    "Zambia will reduce its imports from Malawi.",
    "Malawi's president was removed from office.",
    "Iraq ended its talks with Kuwait.",
    "Iran gave up its seat to Oman.",
    "Poland has moved its troops from Latvia to Estonia.",
    "Kenya ended its support for Somalia.",
    "The Bulgarian court cleared a Romanian businessman.",
    "Rwanda gave Uganda a list of suspects.",
    "Jordan returned the letter to Israel.",
    "Ecuador let its contract with China lapse.",
    "Nepal's parliament dissolved after Nepal's army left the capital.",
    "German troops left for Mali.",
    "Finland's troops left Finland for Kosovo.",
  ])("finds nothing of them in %s", (text) => {
    expect(
      read(text).filter((s) =>
        / (?:SUPPORTS|OPPOSES|REQUESTED|YIELDED_TO|ACCUSED|THREATENED|PROTESTED|COERCED|MOBILIZED) /.test(s),
      ),
    ).toEqual([]);
  });
});
