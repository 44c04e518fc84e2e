// The evaluations room's door.
export { askAgain } from "./ask-again.server";
export { askEvaluations } from "./ask-evaluations.server";
export { bookAndAnswer } from "./book-and-answer.server";
export { addToDraft, moveInDraft, removeFromDraft } from "./change-draft-items.server";
export { changeDraftWords } from "./change-draft-words.server";
export { type ChangeItemRefusal, changeItem } from "./change-item.server";
export { clearDrafts } from "./clear-drafts.server";
export { clearComments, clearCommitments, forgetWordsOf } from "./clear-words.server";
export { countWordsToRead, listWords, readWords, type Words } from "./comment-queries.server";
export { listCommitments } from "./commitment-queries.server";
export {
  listCourseEvaluations,
  readAskedCourse,
  readCourseEvaluation,
} from "./course-evaluation-queries.server";
export { discardDraft } from "./discard-draft.server";
export { draftInstrument } from "./draft-instrument.server";
export { forgetAnswers } from "./forget-answers.server";
export { readFormParts } from "./form-queries.server";
export { previewInstrument } from "./instrument-preview.server";
export { listLibrary, listSets, readSet } from "./instrument-queries.server";
export { moveAndKeepAnswers } from "./move-and-keep-answers.server";
export { publishInstrument } from "./publish-instrument.server";
export { putCommentBack } from "./put-comment-back.server";
export { listQuotes } from "./quotes.server";
export { type ReadRefusal, readComment } from "./read-comment.server";
export { readInstrument } from "./read-instrument.server";
export { recallInDraft } from "./recall-in-draft.server";
export { recordResponse } from "./record-response.server";
export { respondentOf } from "./respondents.server";
export { findFormInRoom, findOwnFormInRoom, openInRoom, readRoom } from "./room-queries.server";
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
export { readDraft, saveDraft } from "./save-draft.server";
export { setCourseEvaluation } from "./set-course-evaluation.server";
export { listOwed, type OwedEvaluation, readSubject } from "./subject-queries.server";
export { takeOverAnswers } from "./take-over-answers.server";
export { type EvaluationKey, evaluationToken, readEvaluationToken } from "./token";
export { unlinkAnswers } from "./unlink-answers.server";
export { type PublishRefusal, type Weighed, weighPublishing } from "./weigh-publishing.server";
export { writeItem } from "./write-item.server";
