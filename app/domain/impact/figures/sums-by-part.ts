// Sums added up part by part, when one is first asked for: most pages and rows ask for few of them.
import { addJointMoments as addJoint, addMoments } from "../measures/moments";
import { addCounts, addItems, addPairs, addReactions, apart, emptySums, type Sums } from "./sums";

/** The same as `addSums`, to the last digit. */
export const addSumsByPart = (list: readonly Sums[]): Sums =>
  list.length === 1 && list[0] !== undefined ? list[0] : new SumsByPart(list);

class SumsByPart implements Sums {
  readonly #list: readonly Sums[];
  readonly #known = new Map<keyof Sums, unknown>();
  #counts: Sums | null = null;
  constructor(list: readonly Sums[]) {
    this.#list = list;
  }
  #once<Part>(name: keyof Sums, make: () => Part): Part {
    if (!this.#known.has(name)) this.#known.set(name, make());
    return this.#known.get(name) as Part;
  }
  #counted(): Sums {
    if (this.#counts) return this.#counts;
    const all = emptySums();
    for (const one of this.#list) addCounts(all, one);
    this.#counts = all;
    return all;
  }
  #joint(name: "baseline" | "recalled") {
    return this.#once(name, () => addJoint(this.#list.map((one) => one[name])));
  }
  #both(name: "laterAnswered" | "laterSilent") {
    return this.#once(name, () => ({
      before: addMoments(this.#list.map((one) => one[name].before)),
      change: addMoments(this.#list.map((one) => one[name].change)),
    }));
  }
  #pairs(name: "confidence" | "scenarios") {
    return this.#once(name, () =>
      addPairs(
        this.#list.map((one) => one[name]),
        apart,
      ),
    );
  }
  get places() {
    return this.#counted().places;
  }
  get stages() {
    return this.#counted().stages;
  }
  get commitments() {
    return this.#counted().commitments;
  }
  get managers() {
    return this.#counted().managers;
  }
  get confidence() {
    return this.#pairs("confidence");
  }
  get scenarios() {
    return this.#pairs("scenarios");
  }
  get items() {
    return this.#once("items", () => addItems(this.#list, apart));
  }
  get reactions() {
    return this.#once("reactions", () => addReactions(this.#list));
  }
  get baseline() {
    return this.#joint("baseline");
  }
  get recalled() {
    return this.#joint("recalled");
  }
  get laterAnswered() {
    return this.#both("laterAnswered");
  }
  get laterSilent() {
    return this.#both("laterSilent");
  }
  get followUp() {
    return this.#once("followUp", () => ({
      gains: addJoint(this.#list.map((one) => one.followUp.gains)),
      fade: addMoments(this.#list.map((one) => one.followUp.fade)),
    }));
  }
}
