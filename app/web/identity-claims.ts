// What an organisation says of the person it has signed in, read with care. The claims are checked to be its own by then.
import { ownDetails, workAddress } from "~/domain/accounts/accounts";
import { done, type Result, refused } from "~/shared/result";

export type ClaimsRefusal = "no address" | "address not verified";

export type ProvedIdentity = {
  identity: { issuer: string; subject: string };
  email: string;
  name: string | null;
  /** The organisation has asked for a second factor itself. */
  secondFactor: boolean;
};

type Claims = { iss: string; sub: string; [claim: string]: unknown };
type Told = Record<string, unknown>;

/**
 * Where Microsoft Entra signs people in. What it calls preferred_username ends in a domain that the tenant has proved to
 * own. Elsewhere people choose that name themselves, and it proves nothing.
 */
const entra = ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"];
const isEntra = (issuer: string) => entra.includes(new URL(issuer).hostname);

const isGiven = (claim: unknown): claim is string => typeof claim === "string" && claim.trim() !== "";

/** The claim that holds the address: `email`; at Entra, which leaves that out for many, the name people sign in with. */
const addressIn = (claims: Claims): string | null => {
  if (isGiven(claims.email)) return claims.email;
  return isEntra(claims.iss) && isGiven(claims.preferred_username) ? claims.preferred_username : null;
};

/** Whether the organisation is to be asked for more: many keep the address out of the token. */
export const namesNoAddress = (claims: Claims) => addressIn(claims) === null;

/**
 * @param claims those of the ID token
 * @param more what the organisation told when it was asked for more; it counts where the token says nothing
 */
export function identityIn(claims: Claims, more: Told): Result<ProvedIdentity, ClaimsRefusal> {
  const told = namesNoAddress(claims) ? { ...more, iss: claims.iss, sub: claims.sub } : claims;
  const address = workAddress.safeParse(addressIn(told));
  if (!address.success) return refused("no address");
  // Entra has no such claim. Where it is missing, the domains that the organisation speaks for must be enough.
  if (told.email_verified === false || told.email_verified === "false")
    return refused("address not verified");
  const name = ownDetails.shape.name.safeParse(claims.name ?? more.name);
  return done({
    identity: { issuer: claims.iss, subject: claims.sub },
    email: address.data,
    name: name.success ? name.data : null,
    secondFactor: Array.isArray(claims.amr) && claims.amr.includes("mfa"),
  });
}
