// A register as a file to fill in; what comes of it is pasted back.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readRegister, registerColumns } from "~/domain/bookings/bookings.server";
import { csvOf, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";

export const handle = { access: ["trainer", "coordinator"] } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { meeting, people } = readRegister(visit, args.params.id ?? "");
    const rows = people.map(({ reference, name, mark }) => ({ reference, name, mark }));
    return download(`register-${meeting.date}.csv`, "text/csv", csvOf(registerColumns, rows));
  });
