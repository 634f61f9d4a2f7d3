/* What the tests of the page's scripts compare with. */

/* NaN and what JSON cannot say as words, so that they are not the same as null. */
const shown = (value) => JSON.stringify(value, (_, v) =>
  (typeof v === "number" && !Number.isFinite(v) ? String(v) : v === undefined ? "undefined" : v));

export function equal(actual, expected) {
  if (shown(actual) !== shown(expected)) {
    throw new Error(`is ${shown(actual)}, must be ${shown(expected)}`);
  }
}
