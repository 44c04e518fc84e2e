// What is found out about a request while it is answered. The server and the built pages are two copies of this code, so
// what one must tell the other travels with the request.
export type Notes = {
  /** Who is signed in; null until it is known, and for strangers. */
  personId: string | null;
  /** The database was busy or its disk full: nothing was changed, and trying again may work. */
  unavailable: boolean;
};

export const newNotes = (): Notes => ({ personId: null, unavailable: false });
