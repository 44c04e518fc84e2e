// The accounts room's door.

export { accountAt, addNewcomer } from "./add-newcomer.server";
export { countRoleHolders, countUnconfirmed, countUnsentMessages } from "./admin-queries.server";
export { type DomainProblem, readDomains } from "./agency-domains";
export { agencyOfAddress } from "./agency-of-address.server";
export { listAgenciesInFull, readAgency } from "./agency-queries.server";
export { startAuthSession } from "./auth.server";
export { listDeliveryGroups } from "./board-queries.server";
export { type AgencyRefusal, changeAgency } from "./change-agency.server";
export { addAgency, changeAgencyDetails } from "./change-agency-details.server";
export { type BoardRefusal, changeBoard } from "./change-board.server";
export { addGroup, changeGroup, type GroupRefusal } from "./change-group.server";
export { changeNeeds } from "./change-needs.server";
export { changeOwnDetails, type DetailsRefusal } from "./change-own-details.server";
export { changePassword } from "./change-password.server";
export { changeRoles } from "./change-roles.server";
export { changeSettings, type SettingsRefusal } from "./change-settings.server";
export { changedDetails } from "./changed-details";
export { clearAuthSessions, clearSignInLinks } from "./clear-sign-ins.server";
export { type AddressRefusal, confirmAddressChange } from "./confirm-address-change.server";
export { confirmAgency, declineAgency } from "./confirm-agency.server";
export { confirmSecondFactor } from "./confirm-second-factor.server";
export { contrastWithItsTint, contrastWithWhite, isColour, leastContrast } from "./contrast";
export {
  type DisableRefusal,
  disablePerson,
  type EnableRefusal,
  enablePerson,
} from "./disable-person.server";
export { endOwnAuthSession, endOwnAuthSessions, markOfAuthSession } from "./end-sessions.server";
export { exportPeople } from "./export-people.server";
export { forgetPerson } from "./forget-person.server";
export { giveSecondFactor } from "./give-second-factor.server";
export { grantRole } from "./grant-role.server";
export { importPeople, weighPeople } from "./import-people.server";
export type { ImportedPerson, PersonDifference, PersonRefusal } from "./imported-people";
export { isWorkAddress } from "./is-work-address.server";
export { linkToken, readLinkToken } from "./link-token";
export { makeRecoveryCodes } from "./make-recovery-codes.server";
export { leftBehind } from "./merge-limits";
export { nameLineManager } from "./name-line-manager.server";
export { noteRefusedSignOn } from "./note-refused-sign-on.server";
export { listOwnAuthSessions, readWaysIn } from "./own-account.server";
export type { FirstAdmin } from "./partnership-plan";
export { hashPassword } from "./passwords.server";
export { type FoundPerson, type PeopleFilter, searchPeople } from "./people-queries.server";
export { readPersonRecord } from "./people-record.server";
export { mayAdminister, mayCloseAccount, mayGiveRole } from "./policy";
export { proveAgain } from "./prove-again.server";
export * from "./queries.server";
export { agencyLedBy } from "./read-account.server";
export { readAddressChange } from "./read-address-change.server";
export { type RegistrationRefusal, registerPerson } from "./register-person.server";
export type { RoleRefusal } from "./remove-role.server";
export {
  mustHaveSecondFactor,
  type RemovalRefusal,
  removeSecondFactor,
} from "./remove-second-factor.server";
export { beginReplacement, finishReplacement } from "./replace-second-factor.server";
export { requestAddressChange } from "./request-address-change.server";
export { requestLink } from "./request-link.server";
export { resetSecondFactor } from "./reset-second-factor.server";
export { authSessionLimits } from "./rules";
export { readKeyToReplace } from "./sealed-new-key.server";
export { keyAddress } from "./second-factor";
export { type SetUpRefusal, setUpPartnership } from "./set-up-partnership.server";
export { readKeyToSetUp, setUpSecondFactor } from "./set-up-second-factor.server";
export { signIn, signOut } from "./sign-in.server";
export { type IdentityRefusal, signInWithIdentity } from "./sign-in-with-identity.server";
export { signOutPerson } from "./sign-out-person.server";
export { readSignedIn, type SignedIn } from "./signed-in.server";
export { type LinkRefusal, readLink, spendLink } from "./spend-link.server";
export { takeOverAccount } from "./take-over-account.server";
export {
  listAwaitingOwnAgency,
  listOwnAgency,
  listReports,
  readTeamMember,
} from "./team-queries.server";
