/* Light, dark, or as the system; the charts take their colours from the style sheet. */
const system = window.matchMedia("(prefers-color-scheme: dark)");
const picker = document.getElementById("theme");
const listeners = [];
let printing = false;

function apply() {
  const ofSystem = system.matches ? "dark" : "light";
  const chosen = picker.value === "auto" ? ofSystem : picker.value;
  document.documentElement.dataset.theme = printing ? "light" : chosen;
  listeners.forEach((listener) => listener());
}

const printed = (state) => () => {
  printing = state;
  document.documentElement.classList.toggle("printing", state);
  apply();
};

picker.addEventListener("change", apply);
system.addEventListener("change", apply);
window.addEventListener("beforeprint", printed(true));
window.addEventListener("afterprint", printed(false));
apply();

/* The value of a custom property, such as "ink" or a network's colour. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export const theme = {
  colour,
  printing: () => printing,
  onChange: (listener) => listeners.push(listener),
  /* Cividis: the same to any colour vision. */
  sequence: () => ["#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838"],
  /* From where one network is the better one to where the other is. */
  difference: (from, to) => [colour(from.colour), colour("ground"), colour(to.colour)],
};
