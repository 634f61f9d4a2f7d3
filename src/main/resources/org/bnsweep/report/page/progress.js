/* How far a run is, in words. */
import { format } from "./format.js";

export function progressText({ phase, total, done, failed, earlier, seconds, left, last }) {
  const parts = [`${format.count(done)} of ${format.count(total)} trials finished`];
  if (earlier) parts.push(`${format.count(earlier)} more from earlier runs`);
  if (failed) parts.push(`${format.count(failed)} failed`);
  if (phase === "training") {
    parts.push(`${format.clock(seconds)} elapsed`);
    if (done) parts.push(`about ${format.clock(left)} left`, `the last: ${last}`);
  }
  const list = [`${parts.join(", ")}.`];
  if (phase === "finished") list.push("This page shows the results of the run folder.");
  if (phase === "ended") {
    list.push(done < total ? "The run has ended before the rest."
      : "The run has ended; its folder has report.html.");
  }
  return list.join(" ");
}
