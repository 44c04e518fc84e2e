// To someone who has just made an account.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const welcome: Template<"welcome"> = {
  words: {
    subject: "Welcome to {{service}}",
    heading: "Your account is ready",
    body: `{{whatYouCanDo}}

{{courses}}

If you did not make this account, please tell us. Our address is below.`,
  },
  opening: "{{inShort}}",
  values: ({ awaiting }, house) => ({
    service: house.partnership.serviceName,
    inShort: awaiting ? "You can book once your agency confirms you." : "You can now book training.",
    whatYouCanDo: awaiting
      ? `You can look at all training now. You can book a place once ${awaiting} confirms that you work there. We have asked them, and we email you when they answer.`
      : "You can now find training, book a place and see your training record.",
  }),
  pieces: (_facts, house) => ({
    courses: <MainLink href={addressOf(house, paths.courses())}>Find training</MainLink>,
  }),
  needed: ["whatYouCanDo", "courses"],
};
