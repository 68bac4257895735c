using Graph.Query.Binding;

namespace Graph.Generator.Nullability;

/// <summary>What is sure of the variables that a query has at hand, and of the properties of those that are nodes and edges.</summary>
/// <param name="given">The parameters for which no null may be given, nor a list with one.</param>
internal sealed class VariablePresence(GraphType type, IReadOnlySet<string> given)
{
    private static readonly ImmutableArray<string> LoadedLabels = ["Article", "Event"];

    private readonly Dictionary<BoundVariable, Presence> known = [];
    private readonly Dictionary<BoundVariable, ImmutableArray<LabelExpression>> labels = [];
    private readonly HashSet<(BoundVariable Variable, string Key)> properties = [];

    public bool IsGiven(string parameter) => given.Contains(parameter);

    public Presence Get(BoundVariable variable) => known.GetValueOrDefault(variable, Presence.None);

    public void Set(BoundVariable variable, Presence presence) => known[variable] = presence;

    /// <summary>A node or an edge, where it is there, has these labels.</summary>
    public void Require(BoundVariable variable, LabelExpression expression) =>
        labels[variable] = [.. labels.GetValueOrDefault(variable, []), expression];

    /// <summary>A property that a condition says is there.</summary>
    public void RequireProperty(BoundVariable variable, string key)
    {
        known[variable] = Get(variable) with { IsSure = true };
        properties.Add((variable, key));
    }

    /// <summary>A condition says that the property, or the entry of a map, is there.</summary>
    public bool IsRequired(BoundVariable variable, string key) => properties.Contains((variable, key));

    /// <summary>What a condition says that is true holds of every row from here on.</summary>
    public void Assume(BoundExpression condition)
    {
        Assume(ConditionFacts.List(condition));
        foreach (var (variable, expression) in ConditionFacts.ListLabels(condition))
            Require(variable, expression);
    }

    public void Assume(IEnumerable<PresentValue> facts)
    {
        foreach (var (variable, key) in facts)
        {
            if (key is null)
                known[variable] = Get(variable) with { IsSure = true };
            else
                RequireProperty(variable, key);
        }
    }

    /// <summary>Asks something while a condition is taken to be true, which is forgotten again.</summary>
    public T While<T>(BoundExpression? condition, Func<T> ask)
    {
        if (condition is null)
            return ask();
        return Keep(
            ConditionFacts.List(condition)
                .Select(fact => fact.Variable)
                .Concat(ConditionFacts.ListLabels(condition).Select(test => test.Variable)),
            () =>
            {
                Assume(condition);
                return ask();
            });
    }

    /// <summary>Asks something that may learn of some variables, and forgets what it learned.</summary>
    public T Keep<T>(IEnumerable<BoundVariable> variables, Func<T> ask)
    {
        var before = Remember(variables.Distinct());
        var answer = ask();
        Restore(before);
        return answer;
    }

    /// <summary>What is known of some variables now.</summary>
    public ImmutableArray<KnownVariable> Remember(IEnumerable<BoundVariable> variables) =>
        [.. variables.Select(variable => new KnownVariable(
            variable,
            Get(variable),
            labels.GetValueOrDefault(variable, []),
            properties.Where(property => property.Variable == variable).Select(property => property.Key).ToImmutableArray()))];

    /// <summary>Forgets what was learned of them since.</summary>
    public void Restore(ImmutableArray<KnownVariable> remembered)
    {
        foreach (var (variable, presence, expressions, keys) in remembered)
        {
            known[variable] = presence;
            labels[variable] = expressions;
            properties.RemoveWhere(property => property.Variable == variable && !keys.Contains(property.Key));
        }
    }

    /// <summary>Another name for the same node or edge.</summary>
    public void Inherit(BoundVariable variable, BoundVariable other)
    {
        if (labels.TryGetValue(other, out var expressions))
            labels[variable] = expressions;
        foreach (var (_, key) in properties.Where(property => property.Variable == other).ToList())
            properties.Add((variable, key));
    }

    /// <summary>Whether a node or an edge that is there has the property: every type that it can have says NOT NULL.</summary>
    /// <param name="variable">Null for a node or an edge of which nothing is known.</param>
    public bool HasProperty(BoundVariable? variable, string key, bool isNode)
    {
        if (variable is not null && IsRequired(variable, key))
            return true;

        var expressions = variable is null ? [] : labels.GetValueOrDefault(variable, []);
        var found = (isNode ? ListNodeTypes() : ListEdgeTypes())
            .Where(candidate => expressions.All(expression => Accepts(expression, candidate.Labels)))
            .ToList();
        return found.Count > 0 && found.TrueForAll(candidate => candidate.Keys.Contains(key));
    }

    /// <summary>
    /// The labels that a node can have, with the properties that it has then. Loading adds articles and events to every graph.
    /// </summary>
    private IEnumerable<(ImmutableArray<string> Labels, ImmutableArray<string> Keys)> ListNodeTypes() => type.NodeTypes
        .Where(node => !node.IsAbstract)
        .Select(node => (node.Labels, ListRequired(node.Properties)))
        .Concat(LoadedLabels.Where(label => !type.Labels.Contains(label))
            .Select(label => (ImmutableArray.Create(label), ImmutableArray.Create("key"))));

    /// <summary>The same of edges. Loading adds mentions and roles of events, whatever they are called.</summary>
    private IEnumerable<(ImmutableArray<string> Labels, ImmutableArray<string> Keys)> ListEdgeTypes() => type.EdgeTypes
        .Select(edge => (ImmutableArray.Create(edge.Label), ListRequired(edge.Properties)))
        .Append((["\0"], []));

    private static ImmutableArray<string> ListRequired(ImmutableArray<PropertyDefinition> properties) =>
        [.. properties.Where(property => property.Type.IsNotNull).Select(property => property.Name)];

    private static bool Accepts(LabelExpression expression, ImmutableArray<string> labels) => expression switch
    {
        LabelName name => labels.Contains(name.Name),
        LabelNot not => !Accepts(not.Operand, labels),
        LabelAnd and => and.Operands.All(operand => Accepts(operand, labels)),
        LabelOr or => or.Operands.Any(operand => Accepts(operand, labels)),
        _ => true,
    };
}

/// <summary>What is known of a variable at some place of a query.</summary>
internal sealed record KnownVariable(
    BoundVariable Variable, Presence Presence, ImmutableArray<LabelExpression> Labels, ImmutableArray<string> Keys);
