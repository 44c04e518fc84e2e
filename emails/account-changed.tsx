// How someone signs in has changed. They are told, at the old address too, in case it was somebody else.
import type { AccountChange } from "~/domain/notifications/notifications";
import { plainDateAt, plainTime } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

const inWords: Record<AccountChange, { heading: string; told: string }> = {
  password: { heading: "Your password was changed", told: "Your password was changed" },
  address: { heading: "Your address was changed", told: "The email address of your account was changed" },
  "second factor on": {
    heading: "A second step was added",
    told: "Signing in now also asks for a code from an authenticator app. This was set up",
  },
  "second factor off": {
    heading: "The second step was taken off",
    told: "Signing in no longer asks for a code. This was changed",
  },
  "recovery codes": {
    heading: "You have new recovery codes",
    told: "New recovery codes were made, and the old ones stopped working",
  },
  "second factor reset": {
    heading: "Your second step was reset",
    told: "An administrator took off your authenticator app, so that you can set up another. This was done",
  },
  "work account linked": {
    heading: "Your work account was linked",
    told: "Somebody signed in with your organisation, and from now on that opens your account here. This was done",
  },
};

export const accountChanged: Template<"account changed"> = {
  words: {
    subject: "{{change}}: {{service}}",
    heading: "{{change}}",
    body: `{{whatChanged}} on {{date}} at {{time}}.

If this was you, you need do nothing.

{{unexpected}}

{{devices}}`,
  },
  opening: "If this was you, you need do nothing.",
  values: ({ change, at }, house) => ({
    change: inWords[change].heading,
    service: house.partnership.serviceName,
    whatChanged: inWords[change].told,
    date: plainDateAt(at),
    time: plainTime(at),
    unexpected:
      change === "address"
        ? "If it was not, tell us at once: you may not be able to sign in any more. Our address is below."
        : "If it was not, sign in, end your other sessions, and tell us at once.",
  }),
  pieces: (_facts, house) => ({
    devices: <MainLink href={addressOf(house, paths.myDevices())}>See where you are signed in</MainLink>,
  }),
  needed: ["whatChanged", "date", "devices"],
};
