// A key for an authenticator app, as a picture to read and as letters to type.
import { keyAddress, readPartnership } from "~/domain/accounts/accounts.server";
import type { SignedInVisit } from "~/web/enter.server";
import { qrCodeOf } from "~/web/qr-code.server";

export type ShownKey = { qrCode: string; letters: string };

/** What makes and opens a key that waits: it does so in the signed-in session that began it, and in no other. */
export const keyMeansOf = (visit: SignedInVisit) => ({
  authSessionId: visit.signedIn.authSession.id,
  secret: visit.settings.secret,
});

export async function appKeyFor(visit: SignedInVisit, key: string): Promise<ShownKey> {
  const about = { issuer: readPartnership(visit).serviceName, label: visit.person.email };
  return {
    qrCode: await qrCodeOf(keyAddress(key, about)),
    letters: (key.match(/.{1,4}/g) ?? []).join(" "),
  };
}
