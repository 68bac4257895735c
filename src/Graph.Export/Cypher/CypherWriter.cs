using System.Text;

namespace Graph.Export;

/// <summary>
/// A script of openCypher that makes the graph anew: <c>UNWIND</c> over some hundred maps at a time, and <c>CREATE</c>. Ends are found by a
/// number that each node carries until the last statement takes it away.
/// </summary>
internal static class CypherWriter
{
    private const int BatchSize = 500;
    private const string Number = "export id";

    public static ExportReport Write(GraphSelection selection, Stream stream)
    {
        var losses = new LossLedger();
        var store = selection.Store;
        using var output = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var nodes in selection.Nodes.ToArray().GroupBy(node => store.GetRange(node)))
        {
            var labels = string.Concat(nodes.Key.Labels.Reverse().Select(label => $":{Name(store.Labels[label])}"));
            foreach (var batch in nodes.Chunk(BatchSize))
                WriteBatch(
                    output,
                    batch.Select(node => Map([new(Number, Value.FromInteger(node)), .. ListProperties(store, node)], losses)),
                    $"CREATE (n{labels})\nSET n = row;\n");
        }

        foreach (var edges in selection.Edges.ToArray().GroupBy(store.GetEdgeTable))
        {
            foreach (var batch in edges.Chunk(BatchSize))
            {
                var rows = batch.Select(edge =>
                    $"{{source: {edges.Key.GetSource(edge)}, target: {edges.Key.GetTarget(edge)}, properties: "
                        + $"{Map(ListFact(store, edge), losses)}}}");
                WriteBatch(
                    output,
                    rows,
                    $"MATCH (a), (b) WHERE a.{Name(Number)} = row.source AND b.{Name(Number)} = row.target\nCREATE "
                        + $"(a)-[r:{Name(edges.Key.Type)}]->(b)\nSET r = row.properties;\n");
            }
        }

        output.Write($"MATCH (n)\nREMOVE n.{Name(Number)};\n");
        return ExportReport.Create(losses, selection);
    }

    private static void WriteBatch(StreamWriter output, IEnumerable<string> rows, string statement) =>
        output.Write($"UNWIND [\n  {string.Join(",\n  ", rows)}\n] AS row\n{statement}\n");

    private static IEnumerable<KeyValuePair<string, Value>> ListProperties(GraphStore store, int node)
    {
        var text = store.Articles.GetText(node);
        var properties = StoreElements.GetNodeProperties(store, node);
        return text.Length > 0 && properties.All(property => property.Key != "text")
            ? properties.Append(new("text", Value.FromString(text)))
            : properties;
    }

    /// <summary>The properties of a fact, and where it stands.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> ListFact(GraphStore store, int edge)
    {
        var properties = StoreElements.GetEdgeProperties(store, edge).ToList();
        if (store.GetEdgeEvidence(edge) is not { } evidence)
            return properties;

        properties.Add(new("evidence_article", Captions.GetKey(store, evidence.Article)));
        properties.Add(new("evidence_start", Value.FromInteger(evidence.Span.Start)));
        properties.Add(new("evidence_end", Value.FromInteger(evidence.Span.End)));
        return properties;
    }

    private static string Map(IEnumerable<KeyValuePair<string, Value>> entries, LossLedger losses)
    {
        var parts = entries
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{Name(entry.Key)}: {Literal(entry.Value, losses)}");
        return $"{{{string.Join(", ", parts)}}}";
    }

    private static string Literal(Value value, LossLedger losses)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                losses.Note("dates are written as texts, as the language has no partial ones");
                return ValueText.Quote(value.AsDate().Text);
            case ValueKind.Float when !double.IsFinite(value.AsFloat()):
                return double.IsNaN(value.AsFloat()) ? "0.0 / 0.0" : value.AsFloat() > 0 ? "1.0 / 0.0" : "-1.0 / 0.0";
            case ValueKind.List:
                return $"[{string.Join(", ", value.AsList().Select(item => Literal(item, losses)))}]";
            case ValueKind.Boolean or ValueKind.Integer or ValueKind.Float or ValueKind.String:
                return ValueText.Format(value);
            default:
                return ValueText.Quote(PlainText.Format(value));
        }
    }

    /// <summary>Always quoted, as a name may be a word of the language.</summary>
    private static string Name(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
