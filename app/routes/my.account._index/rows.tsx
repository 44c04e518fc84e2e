// The rows of the account, each with its way to change it.
import type { SummaryRow } from "~/components/summary-list";
import { counted, listed, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { MyAccount } from "./route";

const standingInWords: Record<MyAccount["person"]["agencyStanding"], string> = {
  confirmed: "",
  awaiting: " (not confirmed yet)",
  declined: " (not confirmed)",
};

/** To change something among the details, read out after "Change". */
const details = (hidden: string) => ({ href: paths.myDetails(), hidden });

export function detailRows({ person, kindOfWork, contact }: MyAccount): SummaryRow[] {
  return [
    { key: "Name", value: person.name, change: details("your name") },
    {
      key: "Agency",
      value: (
        <>
          {person.agencyName}
          {standingInWords[person.agencyStanding]}
          <span className="app-line">
            If this is wrong, write to {contact.name}:{" "}
            <a className="govuk-link" href={`mailto:${contact.email}`}>
              {contact.email}
            </a>
          </span>
        </>
      ),
    },
    { key: "Kind of work", value: kindOfWork ?? "Not given", change: details("your kind of work") },
    { key: "Team", value: person.team ?? "Not given", change: details("your team") },
    { key: "Job title", value: person.jobTitle ?? "Not given", change: details("your job title") },
    {
      key: "Line manager’s email address",
      value: person.lineManagerEmail ?? "Not given",
      change: details("your line manager’s email address"),
    },
    { key: "Access needs", value: lines(person.accessNeeds), change: details("your access needs") },
    { key: "Dietary needs", value: lines(person.dietaryNeeds), change: details("your dietary needs") },
  ];
}

/** As typed, line by line. */
const lines = (text: string | null) =>
  text === null
    ? "None given"
    : text.split(/\r?\n/).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name, and never move
        <span key={index} className="app-line">
          {line}
        </span>
      ));

export function signInRows({ person, ways, organisations, places }: MyAccount): SummaryRow[] {
  const { hasPassword, secondFactorSince, recoveryCodesLeft } = ways;
  return [
    {
      key: "Email address",
      value: person.email,
      change: { href: paths.myAddress(), hidden: "your email address" },
    },
    {
      key: "Messages",
      value: "What we sent you, and what you can stop",
      change: { href: paths.myMessages(), hidden: "your messages", text: "See" },
    },
    {
      key: "Password",
      value: hasPassword ? "Set" : "Not set. You sign in with a link by email.",
      change: { href: paths.myPassword(), hidden: "a password", text: hasPassword ? "Change" : "Set" },
    },
    {
      key: "Second step",
      value:
        secondFactorSince === null
          ? "Off"
          : `On since ${plainDateAt(secondFactorSince)}. ${counted(recoveryCodesLeft, "recovery code")} left.`,
      change: {
        href: paths.mySecondFactor(),
        hidden: "the second step",
        text: secondFactorSince === null ? "Set up" : "Change",
      },
    },
    ...(organisations.length > 0 ? [{ key: "Single sign-on", value: listed(organisations) }] : []),
    {
      key: "Where you are signed in",
      value: counted(places, "browser"),
      change: { href: paths.myDevices(), hidden: "where you are signed in", text: "See" },
    },
  ];
}

/** What has just been done, where the address says so. */
export const doneInWords: Record<string, string> = {
  details: "Your details are saved.",
  password: "Your password is set. You are signed out everywhere else.",
  address: "Your email address is changed. You are signed out everywhere else.",
  "second-step-off": "The second step is off. You are signed out everywhere else.",
};
