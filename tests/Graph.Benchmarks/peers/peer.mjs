// A peer as a process that answers: node peer.mjs ENGINE DATABASE DATA SCHEMA, where ENGINE is `kuzu` or `ladybug` from the packages under
// $PEERS. It loads DATA, a folder of tables, unless DATABASE is there. Then each line of stdin is a request {query, limit, runs}, in
// milliseconds; each line of stdout its answer {ms, runs, rows, sum} or {error}.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createRequire } from 'node:module';

const [engine, database, data, schemaFile] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(process.env.PEERS ?? '.'), 'x.js'));
const library = require(engine === 'kuzu' ? 'kuzu' : '@ladybugdb/core');
const schema = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
const now = () => Number(process.hrtime.bigint()) / 1e6;

const loaded = fs.existsSync(database);
const target = loaded ? database : database + '.tmp';
if (!loaded) for (const file of [target, target + '.wal']) fs.rmSync(file, { recursive: true, force: true });
const store = new library.Database(target, 3 * 2 ** 30, true, loaded);
const connection = new library.Connection(store, 2);
connection.initSync?.();

function execute(text) {
  const results = [connection.querySync(text)].flat();
  const rows = results.at(-1).getAllSync().map(Object.values);
  results.forEach(result => result.close());
  return rows;
}

function load() {
  for (const { label, columns, file } of schema.nodes) {
    execute(`CREATE NODE TABLE ${label}(${columns}, PRIMARY KEY(id))`);
    execute(`COPY ${label} FROM '${path.resolve(data, file)}' (HEADER=true)`);
  }
  for (const relation of schema.relations)
    for (const type of relation.types ?? [relation.type]) {
      const files = relation.files ?? { [relation.ends]: `edges_rel_${type}.csv` };
      const ends = Object.keys(files).map(pair => 'FROM ' + pair.replace(' ', ' TO '));
      execute(`CREATE REL TABLE ${type}(${[...ends, relation.columns].filter(part => part).join(', ')})`);
      for (const [pair, file] of Object.entries(files)) {
        const [from, to] = pair.split(' ');
        execute(`COPY ${type} FROM '${path.resolve(data, file)}' (HEADER=true${ends.length > 1 ? `, from='${from}', to='${to}'` : ''})`);
      }
    }
  execute('CHECKPOINT');
  connection.closeSync?.();
  store.closeSync?.();
  fs.renameSync(target, database);
}

// What openCypher has and the peers spell otherwise.
function translate(text) {
  for (const [label, tables] of Object.entries(schema.labels)) text = text.replace(new RegExp(`:${label}\\b`, 'g'), ':' + tables);
  return text
    .replace(/\btype\(/g, 'label(')
    .replace(/(?<!date\()'(\d{4}-\d\d-\d\d)'/g, "date('$1')")
    .replace(/\b(shortestPath|allShortestPaths)\(\((.*?)\)(<?-)\[(:[A-Z_|]+)\*1?\.\.(\d+)\](->?)\((.*?)\)\)/g, (_, name, start, left, types, longest, right, end) =>
      `(${start})${left}[${types}* ${name === 'shortestPath' ? '' : 'ALL '}SHORTEST 1..${longest}]${right}(${end})`);
}

function format(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : value.toExponential(9);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return `[${value.map(format).join(', ')}]`;
  return String(value);
}

function measure({ query, limit, runs }) {
  const text = translate(query);
  connection.setQueryTimeout(limit);
  const times = [];
  const begin = now();
  let rows;
  do {
    const start = now();
    rows = execute(text);
    times.push(now() - start);
  } while (times.length <= runs && now() - begin < Math.min(limit, 5000));
  const counted = (times.length > 1 ? times.slice(1) : times).sort((a, b) => a - b);
  const lines = rows.map(row => row.map(format).join('|')).sort();
  return {
    ms: (counted[(counted.length - 1) >> 1] + counted[counted.length >> 1]) / 2,
    runs: counted.length, rows: rows.length,
    sum: crypto.createHash('md5').update(lines.join('\n')).digest('hex').slice(0, 8),
    sample: lines.slice(0, 3),
  };
}

if (!loaded) {
  load();
  process.exit(75);
}
console.log('{}');
for await (const line of readline.createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = measure(JSON.parse(line));
  } catch (error) {
    answer = { error: String(error.message ?? error) };
  }
  console.log(JSON.stringify(answer));
}
process.exit(0);
