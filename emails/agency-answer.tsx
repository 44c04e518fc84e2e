// The answer to someone who said which agency they work for.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const agencyConfirmed: Template<"agency confirmed"> = {
  words: {
    subject: "You can now book: {{service}}",
    heading: "You can now book",
    body: `{{agency}} confirmed that you work there. You can now book training.

{{courses}}`,
  },
  opening: "{{agency}} confirmed you.",
  values: ({ agencyName }, house) => ({ agency: agencyName, service: house.partnership.serviceName }),
  pieces: (_facts, house) => ({
    courses: <MainLink href={addressOf(house, paths.courses())}>Find training</MainLink>,
  }),
  needed: ["agency", "courses"],
};

export const agencyDeclined: Template<"agency declined"> = {
  words: {
    subject: "Your agency is not confirmed: {{service}}",
    heading: "Your agency is not confirmed",
    body: `{{agency}} could not confirm that you work there, so you cannot book yet. If you picked the wrong agency, or think this is a mistake, please tell us. Our address is below.

{{account}}`,
  },
  opening: "{{agency}} could not confirm you.",
  values: ({ agencyName }, house) => ({ agency: agencyName, service: house.partnership.serviceName }),
  pieces: (_facts, house) => ({
    account: <MainLink href={addressOf(house, paths.myAccount())}>See your account</MainLink>,
  }),
  needed: ["agency", "account"],
};
