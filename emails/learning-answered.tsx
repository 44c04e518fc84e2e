// To someone who told us of learning elsewhere: whether it counts, and what to do if it does not.
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink, TypedText } from "./layout";
import type { Template } from "./template";

export const learningAnswered: Template<"external learning answered"> = {
  words: {
    subject: "{{answer}}: {{learning}}",
    heading: "{{answer}}",
    body: `We looked at {{learning}}. {{meaning}}

{{validity}}

{{note}}

{{next}}

{{record}}`,
  },
  opening: "{{learning}}",
  values: ({ title, accepted, validUntil }) => ({
    learning: title,
    answer: accepted ? "Your learning counts" : "We cannot count this learning yet",
    meaning: accepted ? "It is on your record now." : "It does not count on your record as it stands.",
    validity: accepted && validUntil !== null ? `It counts until ${plainDate(validUntil)}.` : "",
    next: accepted ? "" : "You can change what you told us and send it again.",
  }),
  pieces: ({ learningId, accepted, note }, house) => ({
    note:
      note === null ? null : (
        <TypedText>{`${accepted ? "A note from us" : "What we need"}: ${note}`}</TypedText>
      ),
    record: (
      <MainLink href={addressOf(house, paths.myLearningOne(learningId))}>
        {accepted ? "See it on your record" : "Change it and send it again"}
      </MainLink>
    ),
  }),
  needed: ["learning", "meaning", "validity", "note", "record"],
};
