using Graph.Query.Binding;

namespace Graph.Oracle.Evaluation;

/// <summary>The values of variables, as a chain: the nearest value of a variable counts.</summary>
internal sealed class Row
{
    public static readonly Row Empty = new(null, null, default);

    private readonly Row? rest;
    private readonly BoundVariable? variable;
    private readonly Value value;

    private Row(Row? rest, BoundVariable? variable, Value value)
    {
        this.rest = rest;
        this.variable = variable;
        this.value = value;
    }

    public Value this[BoundVariable wanted] =>
        TryGet(wanted, out var found) ? found : throw new InvalidOperationException($"Variable '{wanted.Name}' has no value.");

    public Row With(BoundVariable bound, Value given) => new(this, bound, given);

    public bool TryGet(BoundVariable wanted, out Value found)
    {
        for (var row = this; row is not null; row = row.rest)
        {
            if (ReferenceEquals(row.variable, wanted))
            {
                found = row.value;
                return true;
            }
        }

        found = Value.Null;
        return false;
    }
}
