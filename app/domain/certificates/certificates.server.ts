// The certificates room's door.
export { clearLearning, forgetLearning } from "./forget-learning.server";
export { giveCertificates, giveWithoutEvaluation } from "./give-certificates.server";
export { giveDueCertificates } from "./give-due-certificates.server";
export {
  countLearningToReview,
  listLearningOf,
  listLearningToReview,
  readLearningToReview,
  readOwnLearning,
} from "./learning-queries.server";
export { listLeftWithout } from "./left-without.server";
export {
  listHeldBack,
  listRenewalsDue,
  listRenewalsOf,
  readOwnCertificate,
  type Verified,
  verifyCertificate,
} from "./queries.server";
export { listTrainingOf } from "./record-queries.server";
export { recordResponseAndCertify } from "./record-response-and-certify.server";
export { askToRenew } from "./renew-in-time.server";
export { listToRenew } from "./renew-queries.server";
export { type Review, type ReviewRefusal, reviewLearning } from "./review-learning.server";
export { type Hours, hoursOf } from "./rules";
export { type SubmitRefusal, submitLearning } from "./submit-learning.server";
export { takeBackLearning } from "./take-back-learning.server";
export { takeOverCertificates } from "./take-over-certificates.server";
