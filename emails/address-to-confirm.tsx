// To a new address that someone wants to use: the link proves that it is theirs.
import { plainTime } from "~/shared/format";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const addressToConfirm: Template<"address to confirm"> = {
  words: {
    subject: "Confirm your new address for {{service}}",
    heading: "Confirm your new address",
    body: `You asked us to use this address from now on.

{{confirm}}

The link works once, until {{until}} today. Until you use it, nothing changes.

If you did not ask for this, you need do nothing.`,
  },
  opening: "The link works until {{until}}.",
  values: ({ expiresAt }, house) => ({
    service: house.partnership.serviceName,
    until: plainTime(expiresAt),
  }),
  pieces: ({ linkId }, house) => ({
    confirm: <MainLink href={house.addressLink(linkId)}>Use this address</MainLink>,
  }),
  needed: ["confirm", "until"],
};
