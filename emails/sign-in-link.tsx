// A link that signs someone in, or lets somebody new join. It opens a page with a button: opening it spends nothing.
import { plainTime } from "~/shared/format";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const signInLink: Template<"sign-in link"> = {
  words: {
    subject: "Your link to {{purpose}} {{service}}",
    heading: "Your link to {{purposeShort}}",
    body: `{{asked}}

{{link}}

It works once, until {{until}} today. A newer link takes its place if you ask for one.

If you did not ask for it, you need do nothing. Please do not pass it on.`,
  },
  opening: "It works once, until {{until}}.",
  values: ({ purpose, expiresAt }, house) => ({
    service: house.partnership.serviceName,
    purpose: purpose === "sign in" ? "sign in to" : "join",
    purposeShort: purpose,
    asked:
      purpose === "sign in"
        ? "You asked for a link to sign in."
        : "You asked to sign in or to make an account. This address has no account yet, so the link lets you make one.",
    until: plainTime(expiresAt),
  }),
  pieces: ({ purpose, linkId }, house) => ({
    link: (
      <MainLink href={house.signInLink(linkId)}>
        {purpose === "sign in" ? "Sign in" : "Make my account"}
      </MainLink>
    ),
  }),
  needed: ["asked", "link", "until"],
};
