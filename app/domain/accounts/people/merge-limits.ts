// Pure: what of an account does not go over to another of the same person's, when one is merged into the other.
const mailDomainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

type Account = { email: string; agencyId: string };

/**
 * `lead`: leading one agency gives no say in another. `waysIn`: an organisation speaks for the addresses of its own
 * domain, so what it vouched for at one opens no account at another.
 */
export const leftBehind = (from: Account, into: Account): { lead: boolean; waysIn: boolean } => ({
  lead: from.agencyId !== into.agencyId,
  waysIn: mailDomainOf(from.email) !== mailDomainOf(into.email),
});
