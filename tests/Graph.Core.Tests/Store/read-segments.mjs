// Prints every column of every segment of a graph as one line of JSON: what another implementation of Arrow reads in them.
// node read-segments.mjs NODE_MODULES GRAPH_FOLDER
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, graph] = process.argv.slice(2);
const { tableFromIPC } = createRequire(join(modules, 'index.js'))('apache-arrow');

const plain = value => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  if (typeof value.toJSON !== 'function') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  const json = value.toJSON();
  return Array.isArray(json) ? json.map(plain) : plain({ ...json });
};

for (const file of readdirSync(graph).filter(name => name.endsWith('.arrow')).sort()) {
  const table = tableFromIPC(readFileSync(join(graph, file)));
  const name = file.replace(/-[0-9a-f]{32}\.arrow$/, '');
  if (table.schema.metadata.size > 0) console.log(JSON.stringify([name, Object.fromEntries(table.schema.metadata)]));
  for (const field of table.schema.fields) {
    const column = table.getChild(field.name);
    const rows = Array.from({ length: table.numRows }, (_, row) => plain(column.get(row)));
    console.log(JSON.stringify([name, field.name, String(field.type), rows]));
  }
}
