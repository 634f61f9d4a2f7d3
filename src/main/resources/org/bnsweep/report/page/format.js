/* Numbers and texts as people read them. */
const NONE = "\u2013";

/*
 * At most so many significant digits, always with a point or an exponent: 1.0, 0.5412, 1e-5. The
 * rule of the whole product: Numbers.brief in Java, with four.
 */
function number(value, digits = 4) {
  if (value === 0) return "0.0";
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "-infinite" : "infinite";
  const [mantissa, power] = value.toExponential(digits - 1).split("e");
  const short = Number(mantissa);
  const exponent = Number(power);
  if (exponent < -4 || exponent > 6) return `${short}e${exponent}`;
  const plain = Number(`${mantissa}e${exponent}`);
  return Number.isInteger(plain) ? plain.toFixed(1) : String(plain);
}

/* An accuracy or a difference of two, four decimals at most. */
function accuracy(value) {
  return Number.isFinite(value) ? String(Math.round(value * 1e4) / 1e4) : NONE;
}

export const format = {
  number, accuracy,
  /* The same with three decimals always, for columns. */
  column(value) {
    return Number.isFinite(value) ? value.toFixed(3) : NONE;
  },
  /* A measured number of any size, three digits: 5, 0.583, 4.1e-7. */
  brief(value) {
    return number(value, 3).replace(/\.0$/, "");
  },
  /* A number at the axis of a chart, two digits. */
  tick(value) {
    return String(Number(value.toPrecision(2)));
  },
  /* A power of ten at the axis of a chart: 0.01, 1, 1e-5. */
  power(power) {
    return power >= -3 && power <= 3
      ? String(Number((10 ** power).toPrecision(3))) : `1e${Math.round(power)}`;
  },
  percent(share) {
    return Number.isFinite(share) ? `${Math.round(share * 1000) / 10} %` : NONE;
  },
  interval(mean, half) {
    return half > 0 ? `${accuracy(mean)} \u00b1 ${accuracy(half)}` : accuracy(mean);
  },
  /* "1 epoch", "20 epochs". */
  epochs(value) {
    return `${value} epoch${value === 1 ? "" : "s"}`;
  },
  /* "one trial", "25 trials", of a mean. */
  trials(n) {
    return n === 1 ? "one trial" : `${n} trials`;
  },
  /* 23,040 */
  count(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  },
  seconds(value) {
    if (!Number.isFinite(value)) return NONE;
    if (value < 90) return `${value.toFixed(1)} s`;
    const minutes = Math.round(value / 60);
    return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  },
  /* "1:02:03" or "2:03". */
  clock(seconds) {
    const s = Math.round(seconds);
    const two = (n) => String(n).padStart(2, "0");
    const minutes = Math.floor(s / 60);
    return s >= 3600
      ? `${Math.floor(s / 3600)}:${two(minutes % 60)}:${two(s % 60)}`
      : `${minutes}:${two(s % 60)}`;
  },
  /* One line, with what would hide or reorder text shown as a space. */
  line(text) {
    return String(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
  },
};
