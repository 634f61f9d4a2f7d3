/* The one trial that a panel of recorded numbers shows, and its picker. */
import { dom } from "./dom.js";
import { sameOrMiddle, selectionText } from "./recorded.js";
import { data } from "./run.js";

/*
 * In the element `id`, with further pickers from `more`, before and after `draw`. `read` decodes what
 * `raw` finds in the data; both are asked again if there are newer ones, and the trial stays.
 */
export function chosenTrial({ id, raw, read, more = () => [], draw }) {
  let kept, trials, trial;
  let listed = "";

  function drawPickers() {
    const titles = trials.map((t) => t.title);
    /* An open list of a picker that says the same would close. */
    const look = JSON.stringify(titles);
    if (look === listed) return;
    listed = look;
    dom.byId(id).replaceChildren(
      dom.picker("trial", titles, trials.indexOf(trial), (i) => {
        trial = trials[i];
        draw();
      }),
      ...more());
  }

  return {
    /* The trial; null if there is none of which this was recorded. */
    get() {
      if (!raw()) return null;
      if (raw() !== kept) {
        kept = raw();
        trials = read(kept, data.axes);
        trial = sameOrMiddle(trials, trial?.key);
        drawPickers();
      }
      return trial;
    },
    /* Which trials there are to choose from, if not all; `file` has all. */
    selection: (file) => selectionText(trials.length, data.groups.length, data.finished, file),
  };
}
