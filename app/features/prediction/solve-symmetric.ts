/**
 * Solves A x = b for a symmetric positive definite matrix by Cholesky's decomposition. `matrix` is read and overwritten
 * in its lower half, row by row. A pivot that is not positive counts as a column that says nothing: its x is 0.
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (i: number, j: number) => matrix[i * size + j] ?? 0;
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      const pivot = at(j, j);
      if (i === j) matrix[i * size + j] = sum > 1e-12 ? Math.sqrt(sum) : 0;
      else matrix[i * size + j] = pivot === 0 ? 0 : sum / pivot;
    }
  }
  const found = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    let sum = found[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (found[k] ?? 0);
    found[i] = at(i, i) === 0 ? 0 : sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = found[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= at(k, i) * (found[k] ?? 0);
    found[i] = at(i, i) === 0 ? 0 : sum / at(i, i);
  }
  return found;
}
