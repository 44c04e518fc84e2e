// To those who read impact figures: a release is signed, and stands as it is.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const releaseSignedOff: Template<"release signed off"> = {
  words: {
    subject: "Impact report {{number}} is signed off: {{title}}",
    heading: "An impact report is signed off",
    body: `{{title}}, about {{period}}, has been signed off. It is number {{number}}. Its figures and words will not change from now on.

You can read it, print it, or download it for a meeting. It is not public unless someone makes it so.

{{report}}`,
  },
  opening: "Number {{number}}: {{title}}.",
  values: ({ number, title, period }) => ({ number: String(number), title, period }),
  pieces: ({ releaseId }, house) => ({
    report: <MainLink href={addressOf(house, paths.release(releaseId))}>Read the report</MainLink>,
  }),
  needed: ["title", "report"],
};
