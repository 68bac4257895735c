namespace Graph.Query.Binding;

/// <summary>
/// The names of the rows between two clauses, in the order they came. Copies share what they have, so that a query of very many
/// clauses stays cheap.
/// </summary>
internal sealed class RowScope : Scope
{
    private static readonly ImmutableDictionary<string, RowVariable> NoVariables =
        ImmutableDictionary.Create<string, RowVariable>(StringComparer.Ordinal);

    private readonly Scope? outer;
    private readonly HiddenNames hidden;
    private ImmutableDictionary<string, RowVariable> variables = NoVariables;
    private ImmutableDictionary<BoundVariable, LabelExpression> labels = ImmutableDictionary<BoundVariable, LabelExpression>.Empty;

    private RowScope(Scope? outer, HiddenNames hidden)
    {
        this.outer = outer;
        this.hidden = hidden;
    }

    /// <summary>The names of a subquery's own rows, without those of the query around it, in the order they came.</summary>
    public IEnumerable<KeyValuePair<string, BoundVariable>> Variables =>
        variables.OrderBy(entry => entry.Value.Order).Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Variable));

    public override IEnumerable<string> Names
    {
        get
        {
            var own = Variables.Select(entry => entry.Key);
            return outer is null ? own : own.Concat(outer.Names);
        }
    }

    /// <summary>There is no name at all.</summary>
    public bool IsEmpty => variables.IsEmpty && (outer is null || !outer.Names.Any());

    /// <summary>The start of a query; of a subquery where there is an outer scope.</summary>
    public static RowScope Start(Scope? outer = null) => new(outer, HiddenNames.None);

    /// <summary>
    /// The rows after WITH or RETURN: nothing of before is seen but what is added, and in a subquery the names around it, which no WITH
    /// inside can hide.
    /// </summary>
    public static RowScope After(RowScope before, string clause, TextSpan clauseSpan) =>
        new(before.outer, new HiddenNames(before.hidden, before.variables, new HiddenName(clause, clauseSpan)));

    /// <summary>The same names, to add more to.</summary>
    public RowScope Extend() => new(outer, hidden) { variables = variables, labels = labels };

    public void Add(string name, BoundVariable variable) => variables = variables.SetItem(name, new RowVariable(variable, variables.Count));

    public bool Declares(string name) => variables.ContainsKey(name);

    public bool Contains(BoundVariable variable) => variables.TryGetValue(variable.Name, out var own) && own.Variable == variable;

    public void AddLabels(BoundVariable variable, LabelExpression? known)
    {
        if (known is not null)
            labels = labels.SetItem(variable, LabelExpressions.And(LabelsOf(variable), known)!);
    }

    public override NameLookup Find(string name)
    {
        if (variables.TryGetValue(name, out var own))
            return new FoundName(own.Variable);
        return hidden.Find(name) ?? outer?.Find(name) ?? NameLookup.Unknown;
    }

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path) => Declares(root) ? null : outer?.FindKey(root, path);

    public override LabelExpression? LabelsOf(BoundVariable variable) => labels.GetValueOrDefault(variable) ?? outer?.LabelsOf(variable);

    public override string? ClauseDefining(string name) => outer?.ClauseDefining(name);

    public override void Mention(BoundVariable variable)
    {
        if (outer is not null && !Contains(variable))
            outer.Mention(variable);
    }

    /// <summary>The names that clauses before have hidden, put together when one is first looked for, as most are never.</summary>
    private sealed class HiddenNames(HiddenNames? earlier, ImmutableDictionary<string, RowVariable> variables, HiddenName boundary)
    {
        private static readonly ImmutableDictionary<string, HiddenName> Nothing = ImmutableDictionary.Create<string, HiddenName>(
            StringComparer.Ordinal);

        public static readonly HiddenNames None = new(null, NoVariables, new HiddenName("", default)) { names = Nothing };

        private readonly HiddenNames? earlier = earlier;
        private ImmutableDictionary<string, HiddenName>? names;

        public HiddenName? Find(string name) => GetNames().GetValueOrDefault(name);

        private ImmutableDictionary<string, HiddenName> GetNames()
        {
            // Not by recursion, as very many clauses may have passed without a question.
            var waiting = new Stack<HiddenNames>();
            var last = this;
            for (; last.names is null; last = last.earlier!)
                waiting.Push(last);
            var known = last.names;
            while (waiting.TryPop(out var next))
                next.names = known = next.Hide(known);
            return known;
        }

        private ImmutableDictionary<string, HiddenName> Hide(ImmutableDictionary<string, HiddenName> known) =>
            known.SetItems(variables.Keys.Select(name => KeyValuePair.Create(name, boundary)));
    }

    private sealed record RowVariable(BoundVariable Variable, int Order);
}
