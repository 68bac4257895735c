using Graph.Oracle.Comparing;

namespace Graph.Oracle.Laws;

internal enum LawVerdict
{
    Holds,

    /// <summary>A query of it has mistakes on this graph: a property that no such node has, for instance.</summary>
    Rejected,

    /// <summary>Both sides end with an error, or one was stopped.</summary>
    NoAnswer,

    Broken,
}

/// <summary>Asks both sides of a law and compares the rows.</summary>
internal sealed class LawCheck(GraphStore store, EngineSettings settings)
{
    private static readonly Dictionary<string, Value> NoParameters = [];

    private readonly EngineRun engine = new(store, settings);

    public (LawVerdict Verdict, string Detail) Check(Law law)
    {
        var left = law.Left.Select(Ask).ToList();
        var right = law.Right.Select(Ask).ToList();
        var all = left.Concat(right).ToList();
        if (all.Any(answer => answer is null))
            return (LawVerdict.Rejected, "");
        if (all.FirstOrDefault(answer => answer!.Crash is not null) is { } crashed)
            return (LawVerdict.Broken, crashed.Crash!);
        if (all.Any(answer => answer!.Error is not null))
            return (all.Any(answer => answer!.WasStopped) || (HasError(left) && HasError(right)) ? LawVerdict.NoAnswer : LawVerdict.Broken,
                "one side ends with an error");

        var (first, second) = (Print(left, law.IsOrdered), Print(right, law.IsOrdered));
        return first.SequenceEqual(second, StringComparer.Ordinal) ? (LawVerdict.Holds, "") : (LawVerdict.Broken, Describe(first, second));
    }

    private static bool HasError(IEnumerable<EngineAnswer?> answers) => answers.Any(answer => answer!.Error is not null);

    private EngineAnswer? Ask(string query) => engine.Prepare(query) is { } prepared ? engine.Ask(prepared, NoParameters) : null;

    private static List<string> Print(IEnumerable<EngineAnswer?> answers, bool isOrdered)
    {
        var text = new CanonicalText(SortLists: false, MergeEqual: true);
        var rows = answers.SelectMany(answer => answer!.Rows).Select(text.Print).ToList();
        if (!isOrdered)
            rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Describe(List<string> left, List<string> right)
    {
        var (onlyLeft, onlyRight) = (Missing(left, right), Missing(right, left));
        return $"{left.Count} rows and {right.Count} rows\nonly left: {string.Join("; ", onlyLeft.Take(5))}\nonly right: {string.Join("; ", onlyRight.Take(5))}";
    }

    private static IEnumerable<string> Missing(List<string> from, List<string> others)
    {
        var counts = others.CountBy(row => row).ToDictionary();
        return from.Where(row => !counts.TryGetValue(row, out var count) || (counts[row] = count - 1) < 0);
    }
}
