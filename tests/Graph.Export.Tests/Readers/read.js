// node read.js FORMAT FILE: prints what a reader of the format finds in the file, one fact a line.
const fs = require('fs');
const [format, file] = process.argv.slice(2);
const text = () => fs.readFileSync(file, 'utf8');

function describeGraph(graph) {
  const lines = [`${graph.order} nodes, ${graph.size} edges`];
  graph.forEachNode((id, attributes) => lines.push(`${id} ${JSON.stringify(attributes)}`));
  graph.forEachEdge((id, attributes, source, target) => lines.push(`${source} -> ${target} ${JSON.stringify(attributes)}`));
  return lines;
}

function parseXml(library) {
  const { DOMParser, Document } = require('@xmldom/xmldom');
  global.DOMParser = DOMParser;
  global.Document = Document;
  const { MultiDirectedGraph } = require('graphology');
  return describeGraph(require(library).parse(MultiDirectedGraph, text()));
}

const readers = {
  // How many entities there are of each schema, and what their model refuses of them.
  followthemoney() {
    const { Model, defaultModel } = require('@alephdata/followthemoney');
    const model = new Model(defaultModel), counts = {}, mistakes = [];
    const entities = text().trim().split('\n').map(line => JSON.parse(line));
    const byId = new Map(entities.map(entity => [entity.id, model.getSchema(entity.schema)]));
    for (const { id, schema: name, properties } of entities) {
      const schema = byId.get(id);
      counts[name] = (counts[name] ?? 0) + 1;
      for (const required of schema.required ?? []) if (!properties[required]) mistakes.push(`${id}: ${name} needs ${required}`);
      for (const [key, values] of Object.entries(properties)) {
        const property = schema.getProperties().get(key);
        if (!property || property.stub) { mistakes.push(`${id}: ${name} has no ${key}`); continue; }
        for (const value of values) {
          if (property.type.name === 'entity' && !byId.get(value)?.isA(property.range)) mistakes.push(`${id}: ${key} is no ${property.range}: ${value}`);
          if (property.type.name === 'date' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) mistakes.push(`${id}: ${key} is no date: ${value}`);
        }
      }
    }
    return [...Object.keys(counts).sort().map(name => `${counts[name]} ${name}`), `${byId.size} ids`, ...mistakes];
  },
  // With a question for DuckDB instead of a format of the file: {file} stands for its name.
  async parquet() {
    const { DuckDBInstance } = require('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const answer = await connection.runAndReadAll(process.argv[4].replaceAll('{file}', file));
    return answer.getRowsJson().map(row => JSON.stringify(row));
  },
  arrow() {
    const table = require('apache-arrow').tableFromIPC(fs.readFileSync(file));
    const show = (key, value) => (typeof value === 'bigint' ? Number(value) : value);
    return [table.schema.fields.map(field => `${field.name}: ${field.type}`).join(', '), ...table.toArray().map(row => JSON.stringify(row, show))];
  },
  turtle: () => describeTriples(new (require('n3').Parser)({ format: 'text/turtle' }).parse(text()).map(simplify)),
  async jsonld() {
    const quads = await require('jsonld').toRDF(JSON.parse(text()), { documentLoader: () => { throw new Error('nothing is loaded'); } });
    return describeTriples(quads.map(simplify));
  },
  // How many nodes and relations of each label and type there are in a real server of openCypher once it has run the script.
  async cypher() {
    const { mkdtempSync, existsSync, rmSync } = fs, { join, dirname } = require('path'), { spawn } = require('child_process');
    const packaged = join(dirname(require.resolve('@falkordblite/linux-x64/package.json')), 'bin');
    const folder = mkdtempSync(join(require('os').tmpdir(), 'graph-cypher-')), socket = join(folder, 'socket');
    const server = spawn(process.argv[4], ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', '--loadmodule', join(packaged, 'falkordb.so')], { stdio: 'ignore' });
    try {
      while (!existsSync(socket) && server.exitCode === null) await new Promise(resolve => setTimeout(resolve, 20));
      const database = await require('falkordb').FalkorDB.connect({ socket: { path: socket } });
      const graph = database.selectGraph('graph');
      for (const statement of text().split(/;\n+/).filter(statement => statement.trim())) await graph.query(statement);
      const ask = async (kind, query) => (await graph.query(query)).data.map(row => `${kind} ${row.name} ${row.count}`);
      const lines = [
        ...await ask('label', 'MATCH (n) UNWIND labels(n) AS name RETURN name, count(*) AS count'),
        ...await ask('type', 'MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count'),
      ];
      await database.close();
      return lines.sort();
    } finally {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  graphml: () => parseXml('graphology-graphml/browser'),
  gexf: () => parseXml('graphology-gexf/browser'),
  graphology: () => describeGraph(require('graphology').MultiDirectedGraph.from(JSON.parse(text()))),
  cytoscape() {
    const cy = require('cytoscape')({ headless: true, elements: JSON.parse(text()).elements });
    const describe = element => `${JSON.stringify(element.data())} ${element.classes().join('.')}`;
    return [`${cy.nodes().length} nodes, ${cy.edges().length} edges`, ...cy.nodes().map(describe), ...cy.edges().map(describe)];
  },
};

// How many triples there are, how many subjects of each class, and every triple of the smallest graphs.
function describeTriples(read) {
  const triples = [...new Map(read.map(triple => [JSON.stringify(triple), triple])).values()];
  const classes = {};
  for (const { predicate, object } of triples) if (predicate.endsWith('#type')) classes[object] = (classes[object] ?? 0) + 1;
  const lines = [`${triples.length} triples`, ...Object.keys(classes).sort().map(name => `${classes[name]} ${name}`)];
  return triples.length < 300 ? [...lines, ...triples.map(triple => JSON.stringify(Object.values(triple))).sort()] : lines;
}

function simplify(quad) {
  // JSON-LD writes floats in its own way; they are equal as numbers.
  const { value, datatype } = quad.object, object = datatype?.value.endsWith('#double') ? String(Number(value)) : value;
  return { subject: quad.subject.value, predicate: quad.predicate.value, object, datatype: datatype?.value ?? '' };
}

Promise.resolve(readers[format]()).then(lines => console.log(lines.join('\n')));
