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
  graphml: () => parseXml('graphology-graphml/browser'),
  gexf: () => parseXml('graphology-gexf/browser'),
  graphology: () => describeGraph(require('graphology').MultiDirectedGraph.from(JSON.parse(text()))),
  cytoscape() {
    const cy = require('cytoscape')({ headless: true, elements: JSON.parse(text()).elements });
    const describe = element => `${JSON.stringify(element.data())} ${element.classes().join('.')}`;
    return [`${cy.nodes().length} nodes, ${cy.edges().length} edges`, ...cy.nodes().map(describe), ...cy.edges().map(describe)];
  },
};

console.log(readers[format]().join('\n'));
