using Graph.Query.Planning;

namespace Graph.Query.Tests.Execution;

/// <summary>Nodes of several labels have some names in common; each label keeps its strings in a dictionary of its own.</summary>
public sealed class SharedTextTests
{
    private const int Nodes = 5_000;

    private static readonly string[] Labels = ["City", "Person", "Team", "Article"];

    private static readonly Lazy<GraphStore> Store = new(Build);

    public static TheoryData<int, int> Ways => new()
    {
        { 1, 1 }, { 7, 1 }, { 1024, 1 }, { 1024, 4 },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void NamesOfAllLabelsAreTheSameNames(int rows, int cores)
    {
        var names = Store.Value.NodeRanges
            .SelectMany(range => Enumerable.Range(range.Start, range.Count).Select(node => Read(range, node)))
            .ToList();

        Assert.Equal($"{names.OfType<string>().Distinct().Count()}", Ask("MATCH (n) RETURN count(DISTINCT n.name) AS x"));
        Assert.Equal(
            Join(names.OfType<string>().Distinct()),
            Ask("MATCH (n) UNWIND [n] AS m WITH collect(DISTINCT n.name) AS l UNWIND l AS x RETURN x ORDER BY x"));
        Assert.Equal(
            Join(names.OfType<string>().Distinct().GroupBy(name => name.Length).Select(group => $"{group.Key} {group.Count()}")),
            Ask("MATCH (n) WITH size(n.name) AS s, count(DISTINCT n.name) AS c WHERE s IS NOT NULL RETURN toString(s) + ' ' + toString(c) AS x ORDER BY x"));
        Assert.Equal(
            Join(names.Distinct().Select(name => name ?? "null")),
            Ask("MATCH (n) WITH DISTINCT n.name AS name RETURN coalesce(name, 'null') AS x ORDER BY x"));

        string Ask(string query)
        {
            var engine = new QueryEngine(
                Store.Value, new RewriteSet(RewriteSet.All.Names) { LeastParallelRows = cores > 1 ? 1 : int.MaxValue },
                BufferSizes.Of(rows, cores));
            return string.Join(
                '\n', engine.Run(engine.Prepare(new SourceText(query))).Rows.Select(row => ValueText.Format(row[0]).Trim('\'')));
        }
    }

    private static string Join(IEnumerable<string> texts) => string.Join('\n', texts.Order(StringComparer.Ordinal));

    private static string? Read(NodeRange range, int node) =>
        range.FindColumn("name") is { } column && column.HasValue(node - range.Start)
            ? column.GetValue(node - range.Start).AsString()
            : null;

    /// <summary>Names that repeat, names that do not, nodes without one, and a label without any.</summary>
    private static GraphStore Build()
    {
        var builder = new GraphBuilder();
        for (var i = 0; i < Nodes; i++)
        {
            var (label, number) = (Labels[i % Labels.Length], i / Labels.Length);
            var name = label switch { "City" => $"n{number % 100}", "Person" => $"n{number}", "Team" => $"n{number % 700}", _ => null };
            builder.AddNode([label], name is null || i % 11 == 0 ? [] : [new("name", Value.FromString(name))]);
        }

        return builder.Build();
    }
}
