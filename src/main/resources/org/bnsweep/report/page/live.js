"use strict";
/* The page of a run that is being trained: says how far it is, and draws what has come in since. */
(() => {
  const BETWEEN_FETCHES = 1500;
  /* Until the first trial has finished this is the only script, and there is nothing to draw. */
  const drawn = document.documentElement.dataset.drawn === "true";
  let latest = null;
  let shown = drawn ? bnsweep.data.counts.trials : 0;
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
  document.querySelector("main").hidden = !drawn;

  function clock(seconds) {
    const s = Math.round(seconds);
    const two = (n) => String(n).padStart(2, "0");
    return s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
  }

  function sentence({ phase, total, done, failed, earlier, seconds, last }) {
    const parts = [`${done.toLocaleString("en")} of ${total.toLocaleString("en")} trials finished`];
    if (earlier) parts.push(`${earlier.toLocaleString("en")} more from earlier runs`);
    if (failed) parts.push(`${failed.toLocaleString("en")} failed`);
    if (phase === "training") {
      parts.push(`${clock(seconds)} elapsed`);
      if (done) parts.push(`about ${clock(seconds / done * (total - done))} left`, `the last: ${last}`);
    }
    const list = [`${parts.join(", ")}.`];
    if (phase === "finished") list.push("This page shows the results of the run folder.");
    if (phase === "ended") list.push(done < total ? "The run has ended before the rest." : "The run has ended; its folder has report.html.");
    return list.join(" ");
  }

  const has = () => latest.done + latest.earlier;
  const lacking = () => has() > shown || (latest.phase !== "training" && !complete);

  async function refresh() {
    timer = null;
    if (!drawn) {
      if (has() > 0 || latest.phase === "finished") location.reload();
      return;
    }
    /* New lines would undo the parts that the reader has brushed. */
    if (bnsweep.table.brushed() && latest.phase === "training") { schedule(); return; }
    const { phase } = latest;
    fetched = Date.now();
    try {
      const answer = await fetch("/data.json");
      const raw = answer.ok ? await answer.json() : null;
      if (raw) {
        bnsweep.update(raw);
        shown = bnsweep.data.counts.trials;
        complete = phase !== "training";
      }
    } catch (gone) {
      complete = phase === "ended";
    }
    if (latest.phase === "ended" && phase === "ended") events.close();
    else if (lacking()) schedule();
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
    text.textContent = sentence(latest);
    if (latest.phase === "ended" && !lacking()) events.close();
    else if (lacking()) schedule();
  });
  events.addEventListener("error", () => {
    if (latest && latest.phase === "ended") events.close();
    else if (complete) text.textContent = `${sentence(latest)} It is no longer served.`;
    else text.textContent = "The connection to the run is lost; the charts show what had come in.";
  });
})();
