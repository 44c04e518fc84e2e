// Signing out: a form post ends the session and forgets the cookie.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "~/domain/accounts/accounts.server";
import { forgetSignedIn, readAuthSecret } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, () => {
    throw redirect(paths.home());
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const secret = await readAuthSecret(args.request, visit.settings);
    if (secret) await signOut(visit, { secret, personId: visit.notes.personId });
    throw redirect(paths.home(), {
      headers: {
        "Set-Cookie": await forgetSignedIn(visit.settings),
        // Pages that the browser kept go too. Not its cookies: the mark of a known browser stays, since without it
        // strangers' guesses at the password could lock the owner out.
        "Clear-Site-Data": '"cache", "storage"',
      },
    });
  });
