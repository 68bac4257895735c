namespace Graph.Export;

/// <summary>The list of all formats that hold a graph in one file.</summary>
public static class GraphFormats
{
    public static readonly ImmutableArray<GraphFormat> All =
    [
        new("graphml", [".graphml"], "GraphML: Gephi, yEd, networkx, igraph", GraphMlWriter.Write),
        new("gexf", [".gexf"], "GEXF 1.3: Gephi with its timeline", GexfWriter.Write),
        new("dot", [".dot", ".gv"], "DOT: Graphviz", DotWriter.Write),
        new("cytoscape", [".cyjs"], "Cytoscape JSON: Cytoscape, cytoscape.js", CytoscapeWriter.Write),
        new("graphology", [".graphology.json"], "graphology JSON: sigma.js, Gephi Lite", GraphologyWriter.Write),
        new("turtle", [".ttl"], "Turtle with PROV-O and Web Annotation: RDF stores", TurtleWriter.Write),
        new("jsonld", [".jsonld"], "JSON-LD with the same triples", JsonLdWriter.Write),
        new("followthemoney", [".ftm.json", ".ftm"], "FollowTheMoney, an entity a line: Aleph", FollowTheMoneyWriter.Write),
        new("cypher", [".cypher"], "A script of openCypher that makes the graph anew", CypherWriter.Write),
    ];

    public static GraphFormat? FindByName(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>By the ending of a file name, whatever its case.</summary>
    public static GraphFormat? FindByEnding(string path) =>
        All.FirstOrDefault(format => format.Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
