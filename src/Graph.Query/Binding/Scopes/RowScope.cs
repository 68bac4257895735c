namespace Graph.Query.Binding;

/// <summary>The names of the rows between two clauses, in the order they came.</summary>
internal sealed class RowScope : Scope
{
    private readonly OrderedDictionary<string, BoundVariable> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<BoundVariable, LabelExpression> labels = [];
    private readonly Scope? outer;
    private readonly ClauseBoundary? boundary;

    private RowScope(Scope? outer, ClauseBoundary? boundary)
    {
        this.outer = outer;
        this.boundary = boundary;
    }

    /// <summary>The names of a subquery's own rows, without those of the query around it.</summary>
    public IEnumerable<KeyValuePair<string, BoundVariable>> Variables => variables;

    /// <summary>What the query around a subquery can see, while no WITH stands between.</summary>
    public Scope? Outer => outer;

    public override IEnumerable<string> Names => outer is null ? variables.Keys : variables.Keys.Concat(outer.Names);

    /// <summary>The start of a query; of a subquery where there is an outer scope.</summary>
    public static RowScope Start(Scope? outer = null) => new(outer, boundary: null);

    /// <summary>The rows after WITH or RETURN: nothing of before is seen but what is added.</summary>
    public static RowScope After(RowScope before, string clause, TextSpan clauseSpan) => new(outer: null, new ClauseBoundary(before, clause, clauseSpan));

    /// <summary>The same names, to add more to.</summary>
    public RowScope Extend()
    {
        var extended = new RowScope(outer, boundary);
        foreach (var (name, variable) in variables)
            extended.variables.Add(name, variable);
        foreach (var (variable, known) in labels)
            extended.labels.Add(variable, known);
        return extended;
    }

    public void Add(string name, BoundVariable variable) => variables[name] = variable;

    public bool Declares(string name) => variables.ContainsKey(name);

    public bool Contains(BoundVariable variable) => variables.ContainsValue(variable);

    public void AddLabels(BoundVariable variable, LabelExpression? known)
    {
        if (LabelExpressions.And(LabelsOf(variable), known) is { } all)
            labels[variable] = all;
    }

    public override NameLookup Find(string name)
    {
        if (variables.TryGetValue(name, out var variable))
            return new FoundName(variable);
        if (outer is not null)
            return outer.Find(name);

        return boundary is null ? NameLookup.Unknown : boundary.Find(name);
    }

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path) => variables.ContainsKey(root) ? null : outer?.FindKey(root, path);

    public override LabelExpression? LabelsOf(BoundVariable variable) => labels.GetValueOrDefault(variable) ?? outer?.LabelsOf(variable);

    public override void Mention(BoundVariable variable)
    {
        if (outer is not null && !Contains(variable))
            outer.Mention(variable);
    }

    private sealed record ClauseBoundary(RowScope Before, string Clause, TextSpan Span)
    {
        public NameLookup Find(string name) => Before.Find(name) is FoundName ? new HiddenName(Clause, Span) : Before.Find(name);
    }
}
