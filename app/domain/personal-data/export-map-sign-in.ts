// What is held about how a person signs in. What could be used to sign in is said to be there, and not shown.
import {
  authSessions,
  calendarFeeds,
  externalIdentities,
  recoveryCodes,
  secondFactors,
  signInLinks,
} from "db/schema";
import { aboutPeople, instant, instantInSeconds, notShown, page, text, whose } from "./export-map";

export const signInTables = [
  aboutPeople(authSessions, {
    heading: "Where you are signed in",
    found: [{ by: "person", column: "userId" }],
    columns: {
      id: notShown("Session", "It keeps you signed in, so nobody else may have it."),
      userId: whose,
      expiresAt: instantInSeconds("Ends at the latest"),
      startedAt: instant("Signed in"),
      lastSeenAt: instant("Last used"),
      provedAt: instant("You last proved who you are"),
      method: text("How you signed in"),
      secondFactorAt: instant("Second factor given"),
      device: text("What your browser calls itself"),
    },
  }),
  aboutPeople(signInLinks, {
    heading: "Links sent to you",
    found: [
      { by: "person", column: "personId" },
      { by: "address", column: "email", unless: "personId" },
    ],
    columns: {
      id: notShown("Link", "A link can open your account, so nothing of it is shown."),
      purpose: text("What the link is for"),
      email: text("Sent to"),
      personId: whose,
      returnTo: page("Page you were going to"),
      requestedAt: instant("Asked for"),
      expiresAt: instant("Works until"),
      endedAt: instant("Used or overtaken"),
    },
  }),
  aboutPeople(calendarFeeds, {
    heading: "Secret addresses of your calendar",
    found: [{ by: "person", column: "personId" }],
    columns: {
      id: text("Number of the address"),
      personId: whose,
      tokenHash: notShown(
        "Address",
        "Only a scrambled form of it is kept. Your account shows you the address.",
      ),
      createdAt: instant("Made"),
      lastUsedAt: instant("Last asked for, to the hour"),
      endedAt: instant("Replaced or ended"),
    },
  }),
  aboutPeople(secondFactors, {
    heading: "Your second factor",
    found: [{ by: "person", column: "personId" }],
    columns: {
      personId: whose,
      sealedKey: notShown("Key of your authenticator app", "It is sealed, and it protects your account."),
      startedAt: instant("Set-up begun"),
      confirmedAt: instant("Set-up finished"),
      lastStep: text("Newest code used, in steps of 30 seconds since 1970"),
    },
  }),
  aboutPeople(recoveryCodes, {
    heading: "Your recovery codes",
    found: [{ by: "person", column: "personId" }],
    columns: {
      personId: whose,
      codeHash: notShown("Code", "Only a scrambled form of it is kept, and it protects your account."),
      madeAt: instant("Made"),
      usedAt: instant("Used"),
    },
  }),
  aboutPeople(externalIdentities, {
    heading: "Other organisations that sign you in",
    found: [{ by: "person", column: "personId" }],
    columns: {
      issuer: text("Organisation"),
      subject: text("Your number there"),
      personId: whose,
      linkedAt: instant("Linked"),
    },
  }),
];
