"use strict";
/* Numbers and texts as people read them. */
bnsweep.format = {
  /* An accuracy or a difference of two, four decimals at most. */
  accuracy(value) {
    return Number.isFinite(value) ? String(Math.round(value * 1e4) / 1e4) : "\u2013";
  },
  /* The same with three decimals always, for columns. */
  column(value) {
    return Number.isFinite(value) ? value.toFixed(3) : "\u2013";
  },
  /* A number of any size, three digits: 0.583, 4.1e-7. */
  brief(value) {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : "infinite";
    const size = Math.abs(value);
    return size > 0 && (size < 1e-3 || size >= 1e6)
      ? value.toExponential(2).replace(/\.?0*e\+?/, "e") : String(Number(value.toPrecision(3)));
  },
  percent(share) {
    return Number.isFinite(share) ? `${Math.round(share * 1000) / 10} %` : "\u2013";
  },
  interval(mean, half) {
    const text = bnsweep.format.accuracy(mean);
    return half > 0 ? `${text} \u00b1 ${bnsweep.format.accuracy(half)}` : text;
  },
  /* "1 epoch", "20 epochs". */
  epochs(value) {
    return `${value} epoch${value === 1 ? "" : "s"}`;
  },
  count(value) {
    return value.toLocaleString("en");
  },
  seconds(value) {
    if (!Number.isFinite(value)) return "\u2013";
    if (value < 90) return `${value.toFixed(1)} s`;
    const minutes = Math.round(value / 60);
    return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  },
  /* One line, with what would hide or reorder text shown as a space. */
  line(text) {
    return String(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
  },
  name: { bn: "with BN", plain: "without BN" },
};
