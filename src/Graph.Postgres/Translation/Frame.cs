using Graph.Query.Binding;

namespace Graph.Postgres;

/// <summary>The rows at one point of a query: the select that gives them, and what each variable is in it.</summary>
/// <param name="outer">The rows that a subquery sees; null for none.</param>
internal sealed class Frame(Frame? outer, Select select)
{
    private readonly Dictionary<BoundVariable, Binding> variables = new(ReferenceEqualityComparer.Instance);

    public Frame? Outer => outer;

    public Select Select => select;

    /// <summary>Expressions that sort the rows as they came; empty where no order is meant.</summary>
    public List<string> Order { get; } = [];

    public static Frame Start(Frame? outer) => new(outer, new Select());

    public bool Knows(BoundVariable variable) => variables.ContainsKey(variable) || (outer?.Knows(variable) ?? false);

    public Binding Find(BoundVariable variable) => variables.TryGetValue(variable, out var binding)
        ? binding
        : outer?.Find(variable) ?? throw new InvalidOperationException($"Variable '{variable}' is not there.");

    public void Bind(BoundVariable variable, Binding binding) => variables[variable] = binding;

    /// <summary>A value that may be a node or relation of any table.</summary>
    public void Bind(BoundVariable variable, SqlValue value, Binding? origin = null) =>
        variables[variable] = new Binding(value, this) { Tables = origin?.Tables };
}

/// <summary>What a variable is in SQL.</summary>
/// <param name="home">The frame whose select may read its table; null where the value changes inside one expression.</param>
internal sealed class Binding(SqlValue value, Frame? home)
{
    private ElementSource? source;

    public SqlValue Value => value;

    /// <summary>The tables that a node or relation can be in; null for any.</summary>
    public ImmutableArray<int>? Tables { get; init; }

    /// <summary>Where the columns of a node or relation are read.</summary>
    public ElementSource? Source { init => source = value; }

    public NodeSource GetNodeSource(TranslationContext context) =>
        (NodeSource)(source ??= AddLookup(new NodeSource(context.CreateAlias("n"), Tables ?? context.FindNodeTables(null), context)));

    public RelationSource GetRelationSource(TranslationContext context) => (RelationSource)(source ??= AddLookup(
        new RelationSource(context.CreateAlias("r"), Tables ?? context.FindRelationTables(null), isUndirected: false, context)));

    /// <summary>Whether a join may read the columns; else a subquery must.</summary>
    public bool CanJoin => home is not null || source is not null;

    // Every element is in one table, so that the left join keeps the rows as they are, also where the element is null.
    private ElementSource AddLookup(ElementSource lookup)
    {
        lookup.JoinOn(value.Text);
        return home!.Select.Add(lookup);
    }
}
