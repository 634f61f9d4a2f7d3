/* The page of a run that is being trained. */
import { follow } from "./live.js";
import { page } from "./main.js";

follow(page);
