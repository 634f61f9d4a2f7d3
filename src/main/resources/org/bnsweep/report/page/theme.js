"use strict";
/* Light, dark, or as the system; the charts take their colours from the style sheet. */
bnsweep.theme = (() => {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const picker = document.getElementById("theme");
  const listeners = [];
  let printing = false;

  function apply() {
    const chosen = picker.value === "auto" ? (system.matches ? "dark" : "light") : picker.value;
    document.documentElement.dataset.theme = printing ? "light" : chosen;
    listeners.forEach((listener) => listener());
  }
  const print = (state) => () => {
    printing = state;
    document.documentElement.classList.toggle("printing", state);
    apply();
  };

  picker.addEventListener("change", apply);
  system.addEventListener("change", apply);
  window.addEventListener("beforeprint", print(true));
  window.addEventListener("afterprint", print(false));
  apply();

  /* The value of a custom property, such as "bn". */
  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  return {
    colour,
    printing: () => printing,
    onChange: (listener) => listeners.push(listener),
    /* Cividis: the same to any colour vision. */
    sequence: ["#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838"],
    difference: () => [colour("plain"), colour("ground"), colour("bn")],
  };
})();
