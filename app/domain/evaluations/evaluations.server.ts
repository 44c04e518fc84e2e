// The evaluations room's door.
export { bookAndAnswer } from "./book-and-answer.server";
export { moveAndKeepAnswers } from "./move-and-keep-answers.server";
export { listOwed, readInstrument, readSubject } from "./queries.server";
export { recordResponse } from "./record-response.server";
export { type AnswerRefusal, endEvaluationCloses, mayAnswer } from "./rules";
export { type EvaluationKey, evaluationToken, readEvaluationToken } from "./token";
