// What cannot be answered with a form: the thing is not there, or it is not yours to see.

/** The thing does not exist, or its existence is private to others: shown as 404. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`Not found: ${what}`);
  }
}

/** The person may know that the page exists but may not use it: shown as 403. */
export class Forbidden extends Error {
  constructor(readonly what: string) {
    super(`Not allowed: ${what}`);
  }
}
