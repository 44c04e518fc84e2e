// The accounts room's door.

export { hashPassword, readAuthSession, startAuthSession } from "./auth.server";
export { changeAccessNeeds } from "./change-access-needs.server";
export { grantRole } from "./grant-role.server";
export * from "./queries.server";
export { type RegistrationRefusal, registerPerson } from "./register-person.server";

export { signIn, signOut } from "./sign-in.server";
