// The evaluations room's door.

export { bookAndAnswer } from "./answering/book-and-answer.server";
export { clearDrafts } from "./answering/clear-drafts.server";
export { listCommitments } from "./answering/commitment-queries.server";
export { readFormParts } from "./answering/form-queries.server";
export { recordResponse } from "./answering/record-response.server";
export { findFormInRoom, findOwnFormInRoom, openInRoom, readRoom } from "./answering/room-queries.server";
export { readDraft, saveDraft } from "./answering/save-draft.server";
export { listOwed, type OwedEvaluation, readSubject } from "./answering/subject-queries.server";
export { type EvaluationKey, evaluationToken, readEvaluationToken } from "./answering/token";
export { askAgain } from "./asking/ask-again.server";
export { askEvaluations } from "./asking/ask-evaluations.server";
export { clearComments, clearCommitments, forgetWordsOf } from "./comments/clear-words.server";
export { countWordsToRead, listWords, readWords, type Words } from "./comments/comment-queries.server";
export { putCommentBack } from "./comments/put-comment-back.server";
export { listQuotes } from "./comments/quotes.server";
export { type ReadRefusal, readComment } from "./comments/read-comment.server";
export { addToDraft, moveInDraft, removeFromDraft } from "./question-sets/change-draft-items.server";
export { changeDraftWords } from "./question-sets/change-draft-words.server";
export { type ChangeItemRefusal, changeItem } from "./question-sets/change-item.server";
export {
  listCourseEvaluations,
  readAskedCourse,
  readCourseEvaluation,
} from "./question-sets/course-evaluation-queries.server";
export { discardDraft } from "./question-sets/discard-draft.server";
export { draftInstrument } from "./question-sets/draft-instrument.server";
export { previewInstrument } from "./question-sets/instrument-preview.server";
export { listLibrary, listSets, readSet } from "./question-sets/instrument-queries.server";
export { publishInstrument } from "./question-sets/publish-instrument.server";
export { readInstrument } from "./question-sets/read-instrument.server";
export { recallInDraft } from "./question-sets/recall-in-draft.server";
export { setCourseEvaluation } from "./question-sets/set-course-evaluation.server";
export { type PublishRefusal, type Weighed, weighPublishing } from "./question-sets/weigh-publishing.server";
export { writeItem } from "./question-sets/write-item.server";
export { forgetAnswers } from "./records/forget-answers.server";
export { moveAndKeepAnswers } from "./records/move-and-keep-answers.server";
export { respondentOf } from "./records/respondents.server";
export { takeOverAnswers } from "./records/take-over-answers.server";
export { unlinkAnswers } from "./records/unlink-answers.server";
export {
  type AnswerRefusal,
  type EvaluationSubject,
  endEvaluationCloses,
  lastStageCloses,
  letterDays,
  mayAnswer,
  type SessionTimes,
  timesOf,
} from "./rules";
