using Graph.Query.Binding;

namespace Graph.Generator.Nullability;

/// <summary>What is sure of the variables that a query has at hand, and of the properties of those that are nodes and edges.</summary>
/// <param name="nullable">The parameters for which null may be given.</param>
internal sealed class VariablePresence(GraphType type, IReadOnlySet<string> nullable)
{
    private readonly Dictionary<BoundVariable, Presence> known = [];
    private readonly Dictionary<BoundVariable, ImmutableArray<LabelExpression>> labels = [];
    private readonly HashSet<(BoundVariable Variable, string Key)> properties = [];

    public bool IsNullable(string parameter) => nullable.Contains(parameter);

    public Presence Get(BoundVariable variable) => known.GetValueOrDefault(variable);

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

    /// <summary>What is known of some variables now.</summary>
    public ImmutableArray<(BoundVariable Variable, Presence Presence, ImmutableArray<LabelExpression> Labels, ImmutableArray<string> Keys)> Remember(
        IEnumerable<BoundVariable> variables) =>
        [.. variables.Select(variable => (
            variable,
            Get(variable),
            labels.GetValueOrDefault(variable, []),
            properties.Where(property => property.Variable == variable).Select(property => property.Key).ToImmutableArray()))];

    /// <summary>Forgets what was learned of them since.</summary>
    public void Restore(
        ImmutableArray<(BoundVariable Variable, Presence Presence, ImmutableArray<LabelExpression> Labels, ImmutableArray<string> Keys)> remembered)
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
    public bool HasProperty(BoundVariable variable, string key, bool isNode)
    {
        if (properties.Contains((variable, key)))
            return true;

        var expressions = labels.GetValueOrDefault(variable, []);
        var candidates = isNode
            ? type.NodeTypes
                .Where(node => !node.IsAbstract && expressions.All(expression => Accepts(expression, node.Labels)))
                .Select(node => node.FindProperty(key))
            : type.EdgeTypes
                .Where(edge => expressions.All(expression => Accepts(expression, [edge.Label])))
                .Select(edge => edge.Properties.FirstOrDefault(property => property.Name == key));
        var found = candidates.ToList();
        return found.Count > 0 && found.TrueForAll(property => property is { Type.IsNotNull: true });
    }

    private static bool Accepts(LabelExpression expression, ImmutableArray<string> labels) => expression switch
    {
        LabelName name => labels.Contains(name.Name),
        LabelNot not => !Accepts(not.Operand, labels),
        LabelAnd and => and.Operands.All(operand => Accepts(operand, labels)),
        LabelOr or => or.Operands.Any(operand => Accepts(operand, labels)),
        _ => true,
    };
}
