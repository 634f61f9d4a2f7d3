import { equal } from "./check.js";
import { command, elsewhere, numpy } from "./commands.js";
import { readData } from "./data.js";
import { pair } from "./madeUp.js";
import { rowsOf } from "./rows.js";

const made = (more) => readData({ ...pair(), ...more });
const last = (data) => rowsOf(data)[3];

export function theCommandHasAllSettings() {
  const data = made({});
  equal(command(data, last(data)), "submit/local.sh trial --set weight_scale=0.01 \\\n  --set optimizer=sgd"
    + " \\\n  --set seed=1 \\\n  --set epochs=2 \\\n  --set train_size=1000");
  equal(elsewhere(data), "");
}

export function theCommandReadsTheSamplesAsTheRunDid() {
  const data = made({ testSize: 500, source: "le tters", reading: [["prefix", "it's"], ["scale", "true"]] });
  equal(command(data, last(data)).split(" \\\n  ").slice(5), ["--set test_size=500",
    "--set 'data.source=le tters'", "--set 'data.prefix=it'\\''s'", "--set data.scale=true"]);
}

export function theLinesForNumpyTellHowTheSamplesWereRead() {
  const plain = made({});
  equal(numpy(plain, last(plain)).split("\n"), ["from reference import mnist, pair", "",
    'pair("0.01", 1, mnist(n=1000), train=1000, epochs=2,', '     opt="sgd",', "     )"]);
  const data = made({ source: "letters", reading: [["prefix", "a\nb"], ["classes", "26"]] });
  const lines = numpy(data, last(data)).split("\n");
  equal(lines.slice(0, 2), ["# The samples came from letters: let reference.mnist read that folder, not the"
    + " samples beside it.", "# They were read with prefix: a b, classes: 26."]);
  equal(lines[lines.length - 1], "     classes=26)");
}
