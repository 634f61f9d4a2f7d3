/* Searching, sorting and copying the rows of a table; knows columns, not the page. */
const collator = new Intl.Collator("en", { numeric: true });
const bare = (text) => String(text).replace(/[[\]]/g, "");

/* Numbers before words, also where a column has both; lists by their first numbers. */
export function compare(x, y) {
  const [a, b] = [Number(x), Number(y)];
  if (Number.isNaN(a) !== Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
  return Number.isNaN(a) ? collator.compare(bare(x), bare(y)) : a - b;
}

/* A copy of `rows` by a column's values; what has none comes last, either way. */
export function sortedBy(rows, { value }, descending) {
  const sign = descending ? -1 : 1;
  const absent = (v) => v === "" || Number.isNaN(v);
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return absent(x) || absent(y) ? absent(x) - absent(y) : sign * compare(x, y);
  });
}

/* A word of a search that no column's comparison is: in what a row says or shows. */
function anywhere(word, columns) {
  const sought = word.toLowerCase();
  const says = (row, column) =>
    [column.text(row), column.csv(row)].some((text) => text.toLowerCase().includes(sought));
  return (row) => row.id.startsWith(sought) || columns.some((column) => says(row, column));
}

function test(word, columns) {
  const parts = /^([a-z_0-9]+)(<=|>=|!=|=|<|>)(.+)$/i.exec(word);
  const column = parts && columns.find((c) => c.key === parts[1].toLowerCase());
  if (!column) return anywhere(word, columns);
  const [, , operator, text] = parts;
  const wanted = Number(text);
  const value = (row) => Number(column.value(row));
  const says = (row) => column.words && Number.isNaN(value(row))
    && column.value(row).toLowerCase().includes(text.toLowerCase());
  const equal = (row) => value(row) === wanted || column.text(row) === text || says(row);
  return {
    "=": equal, "!=": (row) => !equal(row),
    "<": (row) => value(row) < wanted && !equal(row), ">": (row) => value(row) > wanted && !equal(row),
    "<=": (row) => value(row) < wanted || equal(row), ">=": (row) => value(row) > wanted || equal(row),
  }[operator];
}

/*
 * "bn_final_accuracy>=0.9 optimizer=adam diverged" as a test of a row: every word must hold, of the
 * values or of what is shown of them. A column is { key, words, value(row), text(row), csv(row) }.
 */
export function matcher(search, columns) {
  const tests = search.trim().split(/\s+/).filter(Boolean).map((word) => test(word, columns));
  return (row) => tests.every((holds) => holds(row));
}

/* A spreadsheet takes a text that starts like a formula for one; an apostrophe in front prevents it. */
const FORMULA = /^[\s\p{C}]*[=+@\uff1d\uff0b\uff0d\uff20-]|^[\t\r\n]/u;

function csvCell(text) {
  const safe = FORMULA.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/* The rows as a file of CSV with a line of headings. */
export function csv(rows, columns) {
  const cells = rows.map((row) => columns.map((column) => column.csv(row)));
  const lines = [columns.map((column) => column.key), ...cells];
  return lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}
