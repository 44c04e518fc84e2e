// The accounts room's door.

export { agencyOfAddress } from "./agency-of-address.server";
export { type SignInMethod, startAuthSession } from "./auth.server";
export { changeAccessNeeds } from "./change-access-needs.server";
export { clearAuthSessions, clearSignInLinks } from "./clear-sign-ins.server";
export { forgetPerson } from "./forget-person.server";
export { giveSecondFactor } from "./give-second-factor.server";
export { grantRole } from "./grant-role.server";
export { linkToken, readLinkToken } from "./link-token";
export { hashPassword } from "./passwords.server";
export { proveAgain } from "./prove-again.server";
export * from "./queries.server";
export { type Identity, type RegistrationRefusal, registerPerson } from "./register-person.server";
export { requestLink } from "./request-link.server";
export { sessionLimits } from "./rules";
export { signIn, signOut } from "./sign-in.server";
export { readSignedIn, type SignedIn } from "./signed-in.server";
export { type LinkRefusal, readLink, spendLink } from "./spend-link.server";
export { takeOverAccount } from "./take-over-account.server";
