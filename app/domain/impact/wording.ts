// Every sentence that is said of an impact figure. Claims that the figures cannot carry cannot be made here.
export * from "./wording/activity";
export * from "./wording/evidence";
export * from "./wording/families";
export * from "./wording/figures";
export * from "./wording/headline";
export * from "./wording/kept";
export * from "./wording/keys";
export * from "./wording/learning";
export * from "./wording/measures";
export * from "./wording/over-time";
export * from "./wording/periods";
export * from "./wording/practice";
export * from "./wording/sections";
export * from "./wording/trail";
