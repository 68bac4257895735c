namespace Graph.Oracle.Generation;

internal enum Kind
{
    Any,
    Number,
    Text,
    Truth,
    Date,
    Duration,
    Moment,
    List,
    Map,
    Node,
    Edge,
    Path,
}

internal sealed record Variable(string Name, Kind Kind);

/// <summary>The variables that a place of a query may name.</summary>
internal sealed record Scope(ImmutableList<Variable> Variables)
{
    public static readonly Scope Empty = new([]);

    public Scope With(string name, Kind kind) => new(Variables.RemoveAll(variable => variable.Name == name).Add(new Variable(name, kind)));

    public ImmutableList<Variable> Of(Kind kind) => Variables.FindAll(variable => variable.Kind == kind);
}

/// <summary>Chance, and names that are used once.</summary>
internal sealed class Chance(Random random)
{
    private int names;

    public int Below(int count) => random.Next(count);

    public bool OneIn(int count) => random.Next(count) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public string NewName(string prefix) => $"{prefix}{names++}";
}
