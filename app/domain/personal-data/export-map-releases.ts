// Where releases of the impact report hold something of a person: who drafted and signed them, and their comments.
import { impactActions, releaseComments, releaseNarratives, releaseSlices, releases } from "db/schema";
import { aboutNobody, aboutPeople, instant, text, whose } from "./export-map";

export const releaseTables = [
  aboutNobody(
    releases,
    "Reports on what training changed: sums and averages, and words about them. Nobody is named in them.",
    [
      "id",
      "number",
      "title",
      "from",
      "until",
      "state",
      "draftedAt",
      "frozenAt",
      "inputs",
      "methodVersion",
      "figures",
      "signedOffAt",
      "publicAt",
      "withdrawnAt",
      "withdrawnBecause",
    ],
    [
      {
        heading: "Impact reports you drafted",
        found: [{ by: "person", column: "draftedBy" }],
        columns: { title: text("Title"), draftedAt: instant("Drafted") },
      },
      {
        heading: "Impact reports you signed off",
        found: [{ by: "person", column: "signedOffBy" }],
        columns: { title: text("Title"), signedOffAt: instant("Signed off") },
      },
    ],
  ),
  aboutNobody(releaseSlices, "Which parts of the offer a report tells of.", [
    "releaseId",
    "kind",
    "key",
    "position",
  ]),
  aboutNobody(releaseNarratives, "What the partnership makes of the figures of a report.", [
    "releaseId",
    "section",
    "text",
  ]),
  aboutPeople(releaseComments, {
    heading: "Your comments on impact reports",
    found: [{ by: "person", column: "writtenBy" }],
    columns: {
      id: text("Comment number"),
      releaseId: text("Report number"),
      section: text("Section"),
      text: text("What you wrote"),
      writtenBy: whose,
      writtenAt: instant("Written"),
    },
  }),
  aboutNobody(impactActions, "What a report decided is to be done, by a role or a group.", [
    "id",
    "releaseId",
    "position",
    "finding",
    "action",
    "owner",
    "dueOn",
    "measureNumber",
    "state",
    "closedAt",
    "outcome",
  ]),
];
