using Graph.Annotations;
using Graph.Fuzz.Inputs;
using Graph.Fuzz.Ledgers;
using Graph.News;
using Graph.Snapshots;

namespace Graph.Fuzz.Entries;

/// <summary>
/// A folder of articles, tables, settings or archives: it loads, whatever is in it, the same on one thread and on two. What is malformed is
/// told, and where marks can be counted, none is lost without being counted.
/// </summary>
internal sealed class LoadEntry(string name, ImmutableArray<FuzzInput> corpus, string folder) : FuzzEntry(name, corpus)
{
    private const int OneInTwoThreads = 16;
    private const int OneInGraphType = 2;
    private readonly MarkCounter? marks = MarkCounter.Find(name);
    private int number;

    public override ImmutableArray<string> Words => LoadWords.Find(Name);

    public override int Cost => Name == "export-neo4j" ? 8 : 1;

    public override void Read(FuzzInput input)
    {
        number++;
        input.WriteTo(folder);
        var options = new LoadOptions(number % OneInGraphType == 0 ? NewsSchema.GraphType : null) { Threads = 1 };
        var result = GraphLoader.Load([folder], options);
        FindingException.Require(
            result.Summary.Malformed == 0 || !result.Diagnostics.IsEmpty,
            () => $"counts {result.Summary.Malformed} malformed and tells none");
        CheckPlaces(result);
        CheckLedger(input, result);
        if (number % OneInTwoThreads == 0)
            CheckTwoThreads(result, options);
    }

    private static void CheckPlaces(LoadResult result)
    {
        foreach (var diagnostic in result.Diagnostics)
            FindingException.Require(
                diagnostic.Location is { Line: >= 1, Column: >= 1 }, () => $"has no place for {diagnostic.Id} {diagnostic.Message}");
    }

    private void CheckLedger(FuzzInput input, LoadResult result)
    {
        if (marks?.Count(input) is not { } expected)
            return;

        // A file that no format takes is told as a whole, whatever it would mark.
        var summary = result.Summary;
        if (summary.SkippedFiles.Length > 0 && !marks.IsKnownByName)
            return;
        var taken = summary.Mentions + summary.Relations + summary.Events + summary.Triggers;
        var counted = summary.Malformed
            + summary.Others.Values.Sum()
            + summary.SkippedFiles.Length
            + result.DiagnosticTotals.Sum(total => total.Count);
        FindingException.Require(
            taken + counted >= expected, () => $"has {expected} marks, of which {taken} are taken and {counted} counted");
    }

    private void CheckTwoThreads(LoadResult one, LoadOptions options)
    {
        var two = GraphLoader.Load([folder], options with { Threads = 2 });
        FindingException.Require(Describe(one) == Describe(two), () => "loads otherwise on two threads");
    }

    private static string Describe(LoadResult result) =>
        $"{GraphText.Of(result.Store)}\n{string.Join('\n', result.Diagnostics.Select(diagnostic => $"{diagnostic.Location} {diagnostic.Message}"))}";
}
