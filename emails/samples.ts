// Plainly invented facts for every template: for the preview and for tests. No real person or booking.
import type { MessageKind } from "~/domain/notifications/notifications";
import { instantOf } from "~/shared/civil-time";
import { type Sample, sampleInstant, sampleRecipient } from "./sample-facts";
import { evaluationSamples } from "./samples-of-evaluations";
import { reminderSamples } from "./samples-of-reminders";
import { teachingSamples } from "./samples-of-teaching";
import { trainingSamples } from "./samples-of-training";

export * from "./sample-facts";

const sampleComplaint = { personName: sampleRecipient.name, reference: "SAMP-6789" };

const sam = { personName: sampleRecipient.name };
const sampleLink = { linkId: "sample-link", expiresAt: instantOf("2026-10-01", "10:10") };
const sampleJoiner = { joinerName: "Jo Joiner", agencyName: "Sampletown Hospice" };

/** Every template, and each of its ways of turning out. */
export const samples: { [Kind in MessageKind]: Sample<Kind>[] } = {
  welcome: [
    { title: "a new account", facts: { ...sam, awaiting: null } },
    { title: "whose agency has to confirm it", facts: { ...sam, awaiting: "Sampletown Hospice" } },
  ],
  "sign-in link": [
    { title: "to sign in", facts: { ...sam, purpose: "sign in", ...sampleLink } },
    { title: "to join", facts: { personName: sampleRecipient.email, purpose: "join", ...sampleLink } },
  ],
  "address to confirm": [{ title: "a new address", facts: { ...sam, ...sampleLink } }],
  "account changed": (
    [
      "password",
      "address",
      "second factor on",
      "second factor off",
      "recovery codes",
      "second factor reset",
      "work account linked",
    ] as const
  ).map((change) => ({ title: change, facts: { ...sam, change, at: sampleInstant } })),
  "account to confirm": [
    { title: "to an agency lead", facts: { ...sam, ...sampleJoiner, asLead: true } },
    { title: "to a coordinator", facts: { ...sam, ...sampleJoiner, asLead: false } },
  ],
  "agency confirmed": [{ title: "by its lead", facts: { ...sam, agencyName: "Sampletown Hospice" } }],
  "agency declined": [{ title: "by its lead", facts: { ...sam, agencyName: "Sampletown Hospice" } }],
  ...reminderSamples,
  ...trainingSamples,
  ...teachingSamples,
  ...evaluationSamples,
  "release signed off": [
    {
      title: "to a member of the delivery group",
      facts: {
        ...sam,
        releaseId: "sample-release",
        number: 3,
        title: "Training and its impact, summer 2026",
        period: "April to June 2026",
      },
    },
  ],
  "complaint received": [
    {
      title: "just made",
      facts: { ...sampleComplaint, receivedAt: sampleInstant, acknowledgeBy: "2026-10-31" },
    },
  ],
  "complaint to acknowledge": [
    {
      title: "to the partnership",
      facts: { ...sampleComplaint, complaintId: "sample-complaint", acknowledgeBy: "2026-10-31" },
    },
  ],
  "complaint acknowledged": [{ title: "by a coordinator", facts: sampleComplaint }],
  "complaint answered": [
    {
      title: "in two paragraphs",
      facts: { ...sampleComplaint, answer: "You were right.\n\nWe have put the record right." },
    },
  ],
};
