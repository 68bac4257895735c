using System.Globalization;
using Graph.Core;
using Graph.Query;
using Graph.Testing;

namespace Graph.Annotations.Tests;

/// <summary>
/// The corpus from its files to an answer: which organizations fight against each other, according to which documents, quoted.
/// </summary>
public sealed class Re3dTests
{
    /// <summary>
    /// The texts are not ours to copy, so the snapshot holds documents and counts; each quote is held against its text here.
    /// </summary>
    [SkippableFact]
    public void WhoFightsWhomIsQuotedFromEachDocument()
    {
        var corpus = SharedData.Require("corpora/re3d");
        var store = GraphLoader.Load([corpus], new LoadOptions(null)).Store;
        var source = new SourceText(
            File.ReadAllText(Repository.GetPath("tests", "Graph.Annotations.Tests", "Json", "who-fights-whom.cypher")));
        var engine = new QueryEngine(store);
        var query = engine.Prepare(source);

        Assert.Empty(query.Diagnostics);
        var lines = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in engine.Run(query).Rows)
        {
            var article = row[2].AsNode();
            Assert.Contains(row[3].AsString(), store.Articles.GetText(article), StringComparison.Ordinal);
            var id = store.GetNodeProperty(article, "key").AsString();
            lines[id] = lines.GetValueOrDefault(id) + 1;
        }

        Verifier.Verify(string.Concat(lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Key} {line.Value}\n"))));
    }
}
