/* The page of a run of which no trial has finished: there is nothing to draw. */
import { follow } from "./live.js";

follow(null);
