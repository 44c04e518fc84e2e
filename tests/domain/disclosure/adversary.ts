// A reader who has every published figure, adds and subtracts them as they like, and looks for a few people alone.

/** Vectors that every published row is blind to: a basis of the null space, by Gauss and Jordan. */
function blindSpots(rows: readonly (readonly number[])[], width: number): number[][] {
  const matrix = rows.map((row) => [...row]);
  const pivots: number[] = [];
  let rank = 0;
  for (let column = 0; column < width && rank < matrix.length; column++) {
    let best = rank;
    for (let i = rank; i < matrix.length; i++)
      if (Math.abs(matrix[i]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = i;
    const pivot = matrix[best]?.[column] ?? 0;
    if (Math.abs(pivot) < 1e-9) continue;
    [matrix[rank], matrix[best]] = [matrix[best] ?? [], matrix[rank] ?? []];
    matrix[rank] = (matrix[rank] ?? []).map((value) => value / pivot);
    for (let i = 0; i < matrix.length; i++) {
      const factor = matrix[i]?.[column] ?? 0;
      if (i === rank || Math.abs(factor) < 1e-12) continue;
      matrix[i] = (matrix[i] ?? []).map((value, j) => value - factor * (matrix[rank]?.[j] ?? 0));
    }
    pivots.push(column);
    rank++;
  }
  const free = Array.from({ length: width }, (_, column) => column).filter((c) => !pivots.includes(c));
  return free.map((column) => {
    const vector = new Array<number>(width).fill(0);
    vector[column] = 1;
    pivots.forEach((pivot, i) => {
      vector[pivot] = -(matrix[i]?.[column] ?? 0);
    });
    return vector;
  });
}

/**
 * The first set of cells with 1 to `fewest - 1` people whose figure follows from the published ones, by trying every
 * such set; null if there is none. Rows are published populations as 0 and 1 per cell, `people` their numbers.
 */
export function recoverable(
  rows: readonly (readonly number[])[],
  people: readonly number[],
  fewest: number,
): number[] | null {
  const own = people.flatMap((n, cell) => (n > 0 ? [cell] : []));
  const counts = own.map((cell) => people[cell] ?? 0);
  const spots = blindSpots(
    rows.map((row) => own.map((cell) => row[cell] ?? 0)),
    own.length,
  );
  const sums = spots.map(() => 0);
  const chosen: number[] = [];
  const visit = (from: number, n: number): boolean => {
    if (n > 0 && sums.every((sum) => Math.abs(sum) < 1e-7)) return true;
    for (let i = from; i < own.length; i++) {
      const more = n + (counts[i] ?? 0);
      if (more >= fewest) continue;
      chosen.push(i);
      for (let s = 0; s < spots.length; s++) sums[s] = (sums[s] ?? 0) + (spots[s]?.[i] ?? 0);
      if (visit(i + 1, more)) return true;
      for (let s = 0; s < spots.length; s++) sums[s] = (sums[s] ?? 0) - (spots[s]?.[i] ?? 0);
      chosen.pop();
    }
    return false;
  };
  return visit(0, 0) ? chosen.map((i) => own[i] ?? -1) : null;
}
