import { equal } from "./check.js";
import { progressText } from "./progress.js";

const START = {
  phase: "training", total: 1600, done: 0, failed: 0, earlier: 0, seconds: 5, left: 0, last: "",
};

export function beforeTheFirstTrialNothingIsEstimated() {
  equal(progressText(START), "0 of 1,600 trials finished, 0:05 elapsed.");
}

export function whileItTrainsItTellsTheTimeLeftAndTheLastTrial() {
  equal(progressText({ ...START, done: 400, failed: 1, earlier: 2000, left: 61, last: "failed" }),
    "400 of 1,600 trials finished, 2,000 more from earlier runs, 1 failed, 0:05 elapsed, "
      + "about 1:01 left, the last: failed.");
}

export function afterwardsItTellsWhatThePageShows() {
  equal(progressText({ ...START, phase: "finished", done: 1600 }),
    "1,600 of 1,600 trials finished. This page shows the results of the run folder.");
  equal(progressText({ ...START, phase: "ended", done: 1600 }),
    "1,600 of 1,600 trials finished. The run has ended; its folder has report.html.");
  equal(progressText({ ...START, phase: "ended", done: 3 }),
    "3 of 1,600 trials finished. The run has ended before the rest.");
}
