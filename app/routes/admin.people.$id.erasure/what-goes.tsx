// What erasing takes out, and what stays.
import type { ErasureStanding } from "~/domain/personal-data/personal-data";
import { listed } from "~/shared/format";

const goes = [
  "name, email address, job title, team and line manager",
  "access and dietary needs",
  "roles, and everything to sign in with",
  "the words of every message to them or about them, and the address it went to",
  "reasons they gave for cancelling",
  "their place in the training pool, unless they have taught",
];
const stays = [
  "bookings, attendance and sessions taught, as those of nobody: the boards must be able to show their training",
  "answers before and after training and about training needs: numbers that name nobody",
  "agency and kind of work, which are counted",
  "the audit trail, which holds no names",
  "complaints about personal data, with the words and address: a claim may need them. They end by their own rule",
  "a note of the account’s number and the day, so that a restored copy of the database erases them again",
];

export function WhatGoes({ standing }: { standing: ErasureStanding }) {
  const erased = standing.erasedAt !== null;
  const others = standing.mergedAccounts.map(({ email }) => email);
  return (
    <>
      {!erased && others.length > 0 && (
        <p className="govuk-body">
          This account took over {listed(others)}.{" "}
          {others.length === 1 ? "That account is" : "Those accounts are"} erased with it.
        </p>
      )}
      <h2 className="govuk-heading-m">{erased ? "What went" : "What goes"}</h2>
      <Items items={goes} />
      <h2 className="govuk-heading-m">What stays</h2>
      <Items items={stays} />
    </>
  );
}

const Items = ({ items }: { items: string[] }) => (
  <ul className="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
