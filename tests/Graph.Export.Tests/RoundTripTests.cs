using Graph.Annotations;
using Graph.News;

namespace Graph.Export.Tests;

/// <summary>Annotated articles that were written load again: the same mentions of the same entities, and the same facts.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Formats = ["native", "brat", "webannotation"];

    public static TheoryData<string> Names => [.. Formats];

    public static TheoryData<string, string> Corpora
    {
        get
        {
            string[] corpora =
            [
                "seed", "brat/bionlp2011-ge", "brat/bionlp2011-id", "brat/tdt-fi", "brat/tutorial-news", "re3d", "crossre/en",
                "naf/wikinews", "voc-missives/naf", "europeana-iob/enp_DE.sbb.bio", "gum-conllu", "gum-webanno-tsv",
                "hipe2022/HIPE-2022-v2.1-newseye-dev-fr.tsv", "hipe2022/HIPE-2022-v2.1-sonar-dev-de.tsv", "voc-missives/xmi",
            ];
            var data = new TheoryData<string, string>();
            foreach (var corpus in corpora)
            {
                foreach (var format in Formats)
                    data.Add(corpus, format);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HostileTextsAreTextInAnnotatedArticles(string format) =>
        Verifier.Verify(FolderRuns.Describe(format, GraphSelection.All(HostileGraph.Build())), format);

    /// <summary>
    /// Articles are written whole: those of the selection, and those that say its facts; where there are none, that is said.
    /// </summary>
    [Theory]
    [InlineData("MATCH (a:Article) RETURN a ORDER BY a.key LIMIT 2", "2 articles")]
    [InlineData("MATCH ()-[r:ARRESTED]->() RETURN r", "1 article,")]
    [InlineData("MATCH (p:Person) RETURN p", "0 articles")]
    public void ArticlesOfASelectionAreWrittenWhole(string query, string expected)
    {
        using var folder = new TemporaryFolder();
        var engine = new Graph.Query.QueryEngine(ExportRuns.Data);
        var selection = GraphSelection.FromRows(ExportRuns.Data, engine.Run(engine.Prepare(new SourceText(query))));

        foreach (var format in Formats)
        {
            FolderRuns.Write(folder, format, selection, out var report);
            Assert.StartsWith(expected, report.Written);
            Assert.Equal(expected == "0 articles", report.Losses.Any(loss => loss.Contains("return articles")));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OwnArticlesLoadAgain(string format) => Compare(ExportRuns.Data, format, new LoadOptions(NewsSchema.GraphType));

    [SkippableTheory]
    [MemberData(nameof(Corpora))]
    public void ACorpusLoadsAgain(string corpus, string format)
    {
        var store = GraphLoader.Load([SharedData.Require(Path.Combine("corpora", corpus))], new LoadOptions(null)).Store;
        Compare(store, format, new LoadOptions(null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameArticlesGiveTheSameBytes(string format) =>
        Assert.Equal(
            FolderRuns.Describe(format, GraphSelection.All(ExportRuns.Data)),
            FolderRuns.Describe(format, GraphSelection.All(ExportRuns.LoadData())));

    /// <summary>
    /// What differs must have been counted: so many articles, mentions, entities and facts are the same, and so many were lost.
    /// </summary>
    private static void Compare(GraphStore store, string format, LoadOptions options)
    {
        using var folder = new TemporaryFolder();
        var path = FolderRuns.Write(folder, format, GraphSelection.All(store), out var report);

        var result = GraphLoader.Load([path], options);

        var told = string.Join('\n', report.Losses);
        var diagnostics = string.Join(
            '\n', result.Diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Message}").Distinct().Take(20));
        Assert.True(result.Summary.Malformed == 0, diagnostics);
        AssertSame(ListArticles(store), ListArticles(result.Store), 0, told);
        AssertSame(ListMentions(store), ListMentions(result.Store), CountLost(report, "mention"), told);
        AssertSame(ListEntities(store), ListEntities(result.Store), CountLost(report, "entity", "entities", "mention", "text"), told);
        AssertSame(ListFacts(store), ListFacts(result.Store), CountLost(report, "relation", "event", "fact"), told);
        var moved = CountLost(report, "place");
        if (moved == 0 && CountLost(report, "text", "mention", "relation", "event", "fact") == 0)
            AssertSame(ListPlaces(store), ListPlaces(result.Store), 0, told);
    }

    /// <summary>What was written is there again, once each; what is not there was counted as not written or written otherwise.</summary>
    private static void AssertSame(List<string> before, List<string> after, long lost, string told)
    {
        var rest = before.GroupBy(item => item).ToDictionary(group => group.Key, group => group.Count());
        var added = new List<string>();
        foreach (var item in after)
        {
            if (rest.GetValueOrDefault(item) > 0)
                rest[item]--;
            else
                added.Add(item);
        }

        var missing = rest.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToList();
        Assert.True(
            rest.Values.Sum() <= lost && added.Count <= lost,
            $"missing {rest.Values.Sum()}, added {added.Count}, told {lost}\n{told}\n- {string.Join("\n- ", missing.Take(8))}\n+ {string.Join("\n+ ", added.Take(8))}");
    }

    /// <summary>The sum of the losses that begin with a number and speak of one of these.</summary>
    private static long CountLost(ExportReport report, params string[] kinds) => report.Losses
        .Where(loss => kinds.Any(kind => System.Text.RegularExpressions.Regex.IsMatch(loss, $@"^[\d,]+ (further \w+ of )?{kind}s?\b")))
        .Sum(loss => long.Parse(loss[..loss.IndexOf(' ')].Replace(",", "", StringComparison.Ordinal)));

    private static string Key(GraphStore store, int node) => PlainText.Format(Captions.GetKey(store, node));

    private static bool IsEvent(GraphStore store, int node) =>
        store.FindLabel("Event") is >= 0 and var label && store.HasLabel(node, label);

    /// <summary>Events are known by their kind, as formats have their own ids for them.</summary>
    private static string Name(GraphStore store, int node) =>
        IsEvent(store, node) ? $"event {StoreEvents.GetKind(store, node)}" : Key(store, node);

    private static List<string> ListArticles(GraphStore store) =>
        [.. Enumerable.Range(0, store.NodeCount).Where(node => !store.Articles.GetUtf8(node).IsEmpty).Select(node =>
        string.Join(
            ' ', new[] { "key", "title", "published", "source", "language", "url" }.Select(
                key => $"{key}={PlainText.Format(store.GetNodeProperty(node, key)).Trim()}")))];

    private static List<string> ListMentions(GraphStore store) =>
        [.. (store.FindEdgeTable("MENTIONS") is { } table ? Enumerable.Range(table.FirstEdge, table.Count) : []).Select(edge =>
        $"{Key(store, store.GetEdgeTable(edge).GetSource(edge))}: {Quote(store, store.GetEdgeEvidence(edge)!.Value)} -> {Key(store, store.GetEdgeTable(edge).GetTarget(edge))}")];

    private static List<string> ListEntities(GraphStore store) =>
        [.. Enumerable.Range(0, store.NodeCount).Where(node => store.Articles.GetUtf8(node).IsEmpty && !IsEvent(store, node)).Select(node =>
        $"{string.Join(':', Captions.ListLabels(store, node).Order(StringComparer.Ordinal))} {Key(store, node)} {Captions.Get(store, node)}")];

    private static List<string> ListFacts(GraphStore store) => [.. ListFactEdges(store).Select(edge => Describe(store, edge))];

    private static List<string> ListPlaces(GraphStore store) =>
        [.. ListFactEdges(store).Where(edge => store.GetEdgeEvidence(edge) is not null).Select(edge =>
        $"{Describe(store, edge)}: {Quote(store, store.GetEdgeEvidence(edge)!.Value)}")];

    private static IEnumerable<int> ListFactEdges(GraphStore store) =>
        store.EdgeTables.Where(table => table.Type != "MENTIONS").SelectMany(table => Enumerable.Range(table.FirstEdge, table.Count));

    private static string Describe(GraphStore store, int edge)
    {
        var table = store.GetEdgeTable(edge);
        return $"{Name(store, table.GetSource(edge))} {System.Text.RegularExpressions.Regex.Replace(table.Type, @"[\s:]", "_")} {Name(store, table.GetTarget(edge))}";
    }

    private static string Quote(GraphStore store, Evidence evidence) =>
        store.Articles.GetText(evidence.Article).Substring(evidence.Span.Start, evidence.Span.Length);
}
