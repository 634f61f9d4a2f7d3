import { equal } from "./check.js";
import { format } from "./format.js";

export function numbersHaveAPointOrAnExponent() {
  equal([0, 1, 0.54116, 0.0001, 1e-5, 123456, 1e7].map((v) => format.number(v)),
    ["0.0", "1.0", "0.5412", "0.0001", "1e-5", "123500.0", "1e7"]);
  equal([NaN, Infinity, -Infinity].map((v) => format.number(v)), ["NaN", "infinite", "-infinite"]);
}

export function measuredNumbersHaveThreeDigits() {
  equal([0.58349, 4.1234e-7, 2].map((v) => format.brief(v)), ["0.583", "4.12e-7", "2"]);
}

export function accuraciesHaveFourDecimalsAtMost() {
  equal([0.5, 0.12346, NaN].map((v) => format.accuracy(v)), ["0.5", "0.1235", "\u2013"]);
  equal(format.column(0.5), "0.500");
  equal([format.interval(0.5, 0), format.interval(0.5, 0.01)], ["0.5", "0.5 \u00b1 0.01"]);
}

export function countsAreInThousands() {
  equal([7, 999, 1000, 1234567].map((v) => format.count(v)), ["7", "999", "1,000", "1,234,567"]);
}

export function timesAreInUnitsOfTheirSize() {
  equal([9.12, 89.9, 90, 3600, 5400].map((v) => format.seconds(v)),
    ["9.1 s", "89.9 s", "2 min", "60 min", "1 h 30 min"]);
  equal([9, 61, 3723].map((v) => format.clock(v)), ["0:09", "1:01", "1:02:03"]);
}

export function whatHidesTextIsASpace() {
  equal(format.line("a\nb\u202ec\u0000"), "a b c ");
}
