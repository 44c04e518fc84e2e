// The terms room's door: what each board asks of those who book, by version.
export { lastDayToCancelFree, noticeGiven } from "./notice.server";
export {
  listTerms,
  readTerms,
  type TermsVersion,
  termsOfCourse,
} from "./queries.server";
export { type SetTermsRefusal, setTerms } from "./set-terms.server";
