// The accounts room's door.

export { type DomainProblem, readDomains } from "./agencies/agency-domains";
export { agencyOfAddress } from "./agencies/agency-of-address.server";
export { listAgenciesInFull, readAgency } from "./agencies/agency-queries.server";
export { type AgencyRefusal, changeAgency } from "./agencies/change-agency.server";
export { addAgency, changeAgencyDetails } from "./agencies/change-agency-details.server";
export { confirmAgency, declineAgency } from "./agencies/confirm-agency.server";
export { isWorkAddress } from "./agencies/is-work-address.server";
export { changeNeeds } from "./own-account/change-needs.server";
export { changeOwnDetails, type DetailsRefusal } from "./own-account/change-own-details.server";
export { changePassword } from "./own-account/change-password.server";
export { changedDetails } from "./own-account/changed-details";
export { type AddressRefusal, confirmAddressChange } from "./own-account/confirm-address-change.server";
export { nameLineManager } from "./own-account/name-line-manager.server";
export { listOwnAuthSessions, readWaysIn } from "./own-account/own-account.server";
export { readAddressChange } from "./own-account/read-address-change.server";
export { requestAddressChange } from "./own-account/request-address-change.server";
export { countRoleHolders, countUnconfirmed, countUnsentMessages } from "./partnership/admin-queries.server";
export { listDeliveryGroups } from "./partnership/board-queries.server";
export { type BoardRefusal, changeBoard } from "./partnership/change-board.server";
export { addGroup, changeGroup, type GroupRefusal } from "./partnership/change-group.server";
export { changeSettings, type SettingsRefusal } from "./partnership/change-settings.server";
export { contrastWithItsTint, contrastWithWhite, isColour, leastContrast } from "./partnership/contrast";
export type { FirstAdmin } from "./partnership/partnership-plan";
export { type SetUpRefusal, setUpPartnership } from "./partnership/set-up-partnership.server";
export { accountAt, addNewcomer } from "./people/add-newcomer.server";
export { changeRoles } from "./people/change-roles.server";
export {
  type DisableRefusal,
  disablePerson,
  type EnableRefusal,
  enablePerson,
} from "./people/disable-person.server";
export { exportPeople } from "./people/export-people.server";
export { forgetPerson } from "./people/forget-person.server";
export { grantRole } from "./people/grant-role.server";
export { importPeople, weighPeople } from "./people/import-people.server";
export type { ImportedPerson, PersonDifference, PersonRefusal } from "./people/imported-people";
export { leftBehind } from "./people/merge-limits";
export { type FoundPerson, type PeopleFilter, searchPeople } from "./people/people-queries.server";
export { readPersonRecord } from "./people/people-record.server";
export { agencyLedBy } from "./people/read-account.server";
export { type RegistrationRefusal, registerPerson } from "./people/register-person.server";
export type { RoleRefusal } from "./people/remove-role.server";
export { takeOverAccount } from "./people/take-over-account.server";
export {
  listAwaitingOwnAgency,
  listOwnAgency,
  listReports,
  readTeamMember,
} from "./people/team-queries.server";
export { mayAdminister, mayCloseAccount, mayGiveRole } from "./policy";
export * from "./queries.server";
export { authSessionLimits } from "./rules";
export { confirmSecondFactor } from "./second-factor/confirm-second-factor.server";
export { giveSecondFactor } from "./second-factor/give-second-factor.server";
export { makeRecoveryCodes } from "./second-factor/make-recovery-codes.server";
export { proveAgain } from "./second-factor/prove-again.server";
export {
  mustHaveSecondFactor,
  type RemovalRefusal,
  removeSecondFactor,
} from "./second-factor/remove-second-factor.server";
export { beginReplacement, finishReplacement } from "./second-factor/replace-second-factor.server";
export { resetSecondFactor } from "./second-factor/reset-second-factor.server";
export { readKeyToReplace } from "./second-factor/sealed-new-key.server";
export { keyAddress } from "./second-factor/second-factor";
export { readKeyToSetUp, setUpSecondFactor } from "./second-factor/set-up-second-factor.server";
export { startAuthSession } from "./signing-in/auth.server";
export { clearAuthSessions, clearSignInLinks } from "./signing-in/clear-sign-ins.server";
export { endOwnAuthSession, endOwnAuthSessions, markOfAuthSession } from "./signing-in/end-sessions.server";
export { linkToken, readLinkToken } from "./signing-in/link-token";
export { noteRefusedSignOn } from "./signing-in/note-refused-sign-on.server";
export { hashPassword } from "./signing-in/passwords.server";
export { requestLink } from "./signing-in/request-link.server";
export { signIn, signOut } from "./signing-in/sign-in.server";
export { type IdentityRefusal, signInWithIdentity } from "./signing-in/sign-in-with-identity.server";
export { signOutPerson } from "./signing-in/sign-out-person.server";
export { readSignedIn, type SignedIn } from "./signing-in/signed-in.server";
export { type LinkRefusal, readLink, spendLink } from "./signing-in/spend-link.server";
