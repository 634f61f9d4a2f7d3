/* Which axis a chart shows, and in which order; draws nothing. */

/* Whether every value is a number. */
export const numeric = (axis) => axis.values.every((value) => Number.isFinite(value.number));

/* The axis of the panels: the picked one, else the weight scale if it varies, else the first. */
export function panelAxis(shown, picked) {
  const word = (wanted) => shown.find((axis) => axis.word === wanted);
  return word(picked) || word("weight_scale") || shown[0];
}

/* The second axis of the heat maps: the picked one, else the first that the panels leave. */
export function acrossAxis(shown, panels, picked) {
  const others = shown.filter((axis) => axis !== panels);
  return others.find((axis) => axis.word === picked) || others[0];
}

/* Where on each axis a slice lies: at the value picked there, by its text, else where `group` does. */
export function slicePlaces(shown, picked, group) {
  const place = (axis) => axis.values.findIndex((value) => value.text === picked[axis.word]);
  return Object.fromEntries(shown.map((axis) =>
    [axis.word, place(axis) >= 0 ? place(axis) : group.at(axis.word)]));
}

/* The two axes of the heat maps: those of the picture beside the page, unless others were picked. */
export function heatAxes(shown, panels, ofPicture, picked) {
  const isPicked = shown.some(({ word }) => word === picked.panels || word === picked.across);
  if (ofPicture && !isPicked) return ofPicture;
  const across = acrossAxis(shown, panels, picked.across);
  return across ? [panels, across] : null;
}

/* The groups in `slice`, but anywhere on the axes of `free`. */
export function groupsInSlice(groups, shown, slice, free) {
  return groups.filter((group) =>
    shown.every((axis) => free.includes(axis) || group.at(axis.word) === slice[axis.word]));
}

/* Those are searched in powers of ten, where 0 has no place; the others may be 0. */
export function hasPlace(axis, group) {
  const { number } = axis.values[group.at(axis.word)];
  return axis.logarithmic ? number > 0 : Number.isFinite(number);
}

/* The axis of the final accuracies: the first of `candidates` on which two groups have a place. */
export function finalAxis(candidates, groupsOn) {
  return candidates.find((axis) =>
    axis && groupsOn(axis).filter((group) => hasPlace(axis, group)).length > 1);
}

/* Smallest and largest value that has a place on the axis. */
export function ends(axis) {
  const numbers = axis.values.map((value) => value.number)
    .filter((number) => (axis.logarithmic ? number > 0 : Number.isFinite(number)));
  return [Math.min(...numbers), Math.max(...numbers)];
}

/* As they come, which is the grid's order; from large to small where a sample of it has none. */
export function ordered(groups, axis) {
  const number = (group) => axis.values[group.at(axis.word)].number;
  const numbers = groups.map(number);
  const goes = (way) => numbers.every((v, i) => i === 0 || way * (v - numbers[i - 1]) >= 0);
  if (!numbers.every(Number.isFinite) || goes(1) || goes(-1)) return groups;
  return [...groups].sort((a, b) => number(b) - number(a));
}

/* The indices of an axis' values, numbers ascending, then words: as HeatMapCells in Java. */
export function ascending(axis) {
  const indices = axis.values.map((_, i) => i);
  const isNumber = (i) => Number.isFinite(axis.values[i].number);
  const numbers = indices.filter(isNumber).sort((a, b) => axis.values[a].number - axis.values[b].number);
  return [...numbers, ...indices.filter((i) => !isNumber(i))];
}

/* Every k-th of a list, so that at most `most` are left. */
export function everyKth(list, most) {
  const step = Math.ceil(list.length / most);
  return list.filter((_, i) => i % step === 0);
}

/* "weight scale 0.1, seed 3": where a group lies on some axes. */
export function placeText(axes, at) {
  return axes.map((axis) => `${axis.label} ${axis.values[at(axis.word)].brief}`).join(", ");
}

/* The names of the axes that were averaged over. */
export const averagedText = (varying) =>
  varying.filter((axis) => axis.averaged).map((axis) => axis.label).join(", ");
