/* Says how far a run is that is being trained, and has drawn what has come in since. */
import { progressText } from "./progress.js";

const BETWEEN_FETCHES = 1500;

/* Follows the run for `page`, which is main's; null until the first trial has finished. */
export function follow(page) {
  let latest = null;
  let shown = page ? page.trials() : 0;
  let complete = false;
  let timer = null;
  let fetched = 0;

  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", "Trials finished");
  bar.id = "live-bar";
  const text = document.createElement("p");
  text.id = "live";
  text.textContent = "Waiting for the first trial.";
  document.getElementById("name").before(bar, text);
  document.querySelector("main").hidden = !page;

  const has = () => latest.done + latest.earlier;
  const lacking = () => has() > shown || (latest.phase !== "training" && !complete);

  async function fetchData() {
    const { phase } = latest;
    fetched = Date.now();
    let raw = null;
    try {
      const answer = await fetch("/data.json");
      raw = answer.ok ? await answer.json() : null;
    } catch (gone) {
      complete = phase === "ended";
    }
    if (raw) {
      page.update(raw);
      shown = page.trials();
      complete = phase !== "training";
    }
    if (latest.phase === "ended" && phase === "ended") events.close();
    else if (lacking()) schedule();
  }

  function refresh() {
    timer = null;
    if (!page) {
      if (has() > 0 || latest.phase === "finished") location.reload();
    } else if (page.brushed() && latest.phase === "training") {
      schedule();
    } else {
      fetchData();
    }
  }

  function schedule() {
    /* At the end there is no time to wait for. */
    if (latest.phase === "ended") clearTimeout(timer);
    else if (timer !== null) return;
    const wait = latest.phase === "ended" ? 0 : BETWEEN_FETCHES - (Date.now() - fetched);
    timer = setTimeout(refresh, Math.max(0, wait));
  }

  const events = new EventSource("/events");
  events.addEventListener("progress", (event) => {
    latest = JSON.parse(event.data);
    bar.max = Math.max(1, latest.total);
    bar.value = latest.done;
    bar.hidden = latest.phase !== "training";
    text.textContent = progressText(latest);
    if (latest.phase === "ended" && !lacking()) events.close();
    else if (lacking()) schedule();
  });
  events.addEventListener("error", () => {
    if (latest && latest.phase === "ended") events.close();
    else if (complete) text.textContent = `${progressText(latest)} It is no longer served.`;
    else text.textContent = "The connection to the run is lost; the charts show what had come in.";
  });
}
