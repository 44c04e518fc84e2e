// What is asked about somebody who came unbooked, and why they cannot be put on the register.
import { z } from "zod";
import { workAddress } from "~/domain/accounts/accounts";
import type { Newcomer, WalkInRefusal } from "~/domain/bookings/bookings.server";
import { lineOf } from "~/web/admin-fields";

export const addressOnly = z.object({ email: workAddress });

/** Only what is not known already is asked. */
export const newcomer = ({ known, agencyName, agencies }: Newcomer) =>
  z.object({
    name: known
      ? z
          .string()
          .optional()
          .transform(() => "")
      : lineOf("their full name", 100),
    agencyId:
      known || agencyName !== null
        ? z
            .string()
            .optional()
            .transform(() => null)
        : z
            .string({ error: "Select their agency" })
            .refine((id) => agencies.some((agency) => agency.id === id), "Select their agency"),
  });

const closed = "The register takes nobody any more. Go back to see how it stands.";

export const refusalBeside: Record<WalkInRefusal, [field: "email" | "agencyId", words: string]> = {
  "on the register": ["email", "This person is on the register already. Go back and mark them"],
  "account closed": [
    "email",
    "The account with this address is closed. Ask a coordinator, or use another address",
  ],
  "agency not picked": ["agencyId", "Select their agency"],
  "register finished": ["email", closed],
  "not open yet": ["email", closed],
  "session cancelled": ["email", closed],
  "not published": ["email", closed],
};
