namespace Graph.Tck.Setup;

/// <summary>The rows that stand between two clauses of a set-up statement; nodes and relations by their number in the draft.</summary>
public sealed record SetupRows(ImmutableArray<string> Variables, ImmutableArray<ImmutableDictionary<string, Value>> Rows)
{
    /// <summary>One row without variables: where every statement begins.</summary>
    public static readonly SetupRows One = new([], [ImmutableDictionary<string, Value>.Empty]);

    public SetupRows Extend(ImmutableArray<string> variables, Action<Dictionary<string, Value>, int> fill)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableDictionary<string, Value>>(Rows.Length);
        for (var i = 0; i < Rows.Length; i++)
        {
            var row = new Dictionary<string, Value>(Rows[i]);
            fill(row, i);
            rows.Add(row.ToImmutableDictionary());
        }

        return new SetupRows(Variables.AddRange(variables), rows.MoveToImmutable());
    }
}
