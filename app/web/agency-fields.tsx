// What is asked about an agency, alike where one is added and where it is changed.
import { z } from "zod";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { DomainProblem } from "~/domain/accounts/accounts.server";
import type { FormState } from "~/shared/form-state";
import { lineOf } from "./admin-fields";

export const agencyForm = z.object({
  name: lineOf("the agency’s name", 120),
  sector: lineOf("the sector", 60, "health"),
  domains: z.string().max(5000, "Enter 5,000 characters or fewer").optional(),
});

export const nameTaken = { name: "Enter another name: an agency has this one" };

/** Why a domain will not do, with how it was typed. */
export const domainProblems: Record<DomainProblem, (typed: string) => string> = {
  "not a domain": (typed) =>
    `“${typed}” is not a domain: enter what stands after the @, like police.example.org`,
  "open to all": (typed) => `Leave “${typed}” out: anybody can have an address there`,
  "above many": (typed) => `Enter more than “${typed}”: many organisations have their addresses under it`,
};

export const agencyFieldOrder = ["name", "sector", "domains"];

export function AgencyFields(props: {
  initial?: { name: string; sector: string; domains: string[] };
  sectors: string[];
  form: FormState | undefined;
}) {
  const { initial, form, sectors } = props;
  return (
    <>
      <TextField name="name" label="Name" initial={initial?.name} spellCheck={false} form={form} />
      <TextField
        name="sector"
        label="Sector"
        hint={sectors.length > 0 ? `In use: ${sectors.join(", ")}` : undefined}
        initial={initial?.sector}
        width={20}
        form={form}
      />
      <TextArea
        name="domains"
        label="Email domains (optional)"
        hint="One on each line: what stands after the @. Whoever has an address there works for this agency. If another agency has the same domain, people pick theirs and someone confirms it."
        initial={initial?.domains.join("\n")}
        rows={4}
        spellCheck={false}
        form={form}
      />
    </>
  );
}
