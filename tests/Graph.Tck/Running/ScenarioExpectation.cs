using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Graph.Tck.Results;
using Graph.Tck.Scenarios;

namespace Graph.Tck.Running;

/// <summary>What a scenario says of its query.</summary>
public abstract record ScenarioExpectation
{
    private static readonly Regex ErrorStep = new(
        @"^an? (\w+) should be raised at (compile time|runtime|any time): (\S+)$", RegexOptions.CultureInvariant);

    public static ScenarioExpectation Read(Scenario scenario)
    {
        foreach (var step in scenario.Steps)
        {
            if (ErrorStep.Match(step.Text) is { Success: true } error)
                return new ErrorExpectation(error.Groups[1].Value, error.Groups[2].Value, error.Groups[3].Value);
            if (TryReadResult(step, out var result))
                return result;
        }

        throw new FormatException("The scenario has no expectation.");
    }

    private static bool TryReadResult(ScenarioStep step, [NotNullWhen(true)] out ResultExpectation? expectation)
    {
        expectation = step.Text switch
        {
            "the result should be empty" => new ResultExpectation(null, [], InOrder: false, AnyListOrder: false),
            "the result should be, in any order:" => ReadTable(step, inOrder: false, anyListOrder: false),
            "the result should be, in order:" => ReadTable(step, inOrder: true, anyListOrder: false),
            "the result should be (ignoring element order for lists):" => ReadTable(step, inOrder: false, anyListOrder: true),
            "the result should be, in order (ignoring element order for lists):" => ReadTable(step, inOrder: true, anyListOrder: true),
            _ => null,
        };
        return expectation is not null;
    }

    private static ResultExpectation ReadTable(ScenarioStep step, bool inOrder, bool anyListOrder)
    {
        var table = step.Table ?? throw new FormatException("The result has no table.");
        var rows = table.Skip(1).Select(row => row.Select(TckValueParser.Parse).ToImmutableArray());
        return new ResultExpectation(table[0], [.. rows], inOrder, anyListOrder);
    }
}

/// <param name="Phase">As the suite writes it: <c>compile time</c>, <c>runtime</c> or <c>any time</c>.</param>
/// <param name="Detail"><c>*</c> for any.</param>
public sealed record ErrorExpectation(string Type, string Phase, string Detail) : ScenarioExpectation
{
    /// <summary>Type, phase and detail agree.</summary>
    public bool Accepts(QueryError error)
    {
        var isPhase = Phase switch
        {
            "compile time" => error.Phase == ErrorPhase.CompileTime,
            "runtime" => error.Phase == ErrorPhase.RunTime,
            _ => true,
        };
        return isPhase && error.Diagnostic.ErrorClass is { } actual && actual.Type == Type && (Detail == "*" || actual.Detail == Detail);
    }

    public override string ToString() => $"{Type} at {Phase}: {Detail}";
}

/// <param name="Columns">Null where only the rows count.</param>
public sealed record ResultExpectation(
    ImmutableArray<string>? Columns, ImmutableArray<ImmutableArray<TckValue>> Rows, bool InOrder, bool AnyListOrder) : ScenarioExpectation
{
    /// <summary>What differs, or null.</summary>
    public string? FindDifference(QueryRun run)
    {
        var columns = Columns ?? run.Columns;
        if (!columns.Order(StringComparer.Ordinal).SequenceEqual(run.Columns.Order(StringComparer.Ordinal)))
            return $"expected columns [{string.Join(" | ", columns)}], found [{string.Join(" | ", run.Columns)}]";

        var positions = columns.Select(column => run.Columns.IndexOf(column)).ToList();
        var expected = Rows.Select(row => ToText(row)).ToList();
        var actual = run.Rows.Select(row => ToText(positions.Select(position => TckValueReader.Read(run.Store!, row[position])))).ToList();
        var isSame = InOrder
            ? expected.SequenceEqual(actual)
            : expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal));
        return isSame ? null : $"expected {Show(expected)}, found {Show(actual)}";
    }

    private string ToText(IEnumerable<TckValue> row) => string.Join(" | ", row.Select(value => value.ToText(AnyListOrder)));

    private static string Show(List<string> rows) =>
        rows.Count == 0 ? "no rows" : $"{rows.Count} rows:\n{string.Join('\n', rows.Take(20))}\n";
}
