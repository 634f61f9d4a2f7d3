/* The data of this page, which newer data of the same run replace. */
import { readData } from "./data.js";

export const data = readData(JSON.parse(document.getElementById("data").textContent));

export function replaceData(raw) {
  Object.assign(data, readData(raw));
}
