// What the details of an entry are made of.

export type Id = string;
/** One of a list that stands in the code, such as a reason for refusing; never something that a person typed. */
export type Kind = string;
/** The name of a field, never what is in it. */
export type Field = string;
/** The address of an organisation that signs people in. */
export type Issuer = string;
/** The name of a file that was imported from this machine. */
export type FileName = string;
export type Nothing = undefined;
