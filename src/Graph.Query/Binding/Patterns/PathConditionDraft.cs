namespace Graph.Query.Binding;

/// <summary>The conditions of a path while they are bound: those of one element, and those that need several.</summary>
internal sealed class PathConditionDraft(PathDraft path, List<BoundExpression> shared)
{
    private readonly HashSet<BoundVariable> elements = [.. path.Elements.Select(VariableOf).OfType<BoundVariable>()];
    private readonly Dictionary<BoundVariable, List<BoundExpression>> own = [];

    public PatternNames Names => path.Names;

    public List<BoundExpression> Shared => shared;

    /// <param name="mentioned">Everything the condition names.</param>
    public void Add(BoundExpression condition, IReadOnlyList<BoundVariable> mentioned)
    {
        var here = mentioned.Where(variable => elements.Contains(variable) || Names.Introduces(variable)).ToList();
        if (here is not [var single] || !elements.Contains(single))
            shared.Add(condition);
        else if (own.TryGetValue(single, out var others))
            others.Add(condition);
        else
            own.Add(single, [condition]);
    }

    /// <summary>The conditions of an element, for the first place where it stands.</summary>
    public List<BoundExpression> TakeOwn(BoundVariable variable) => own.Remove(variable, out var conditions) ? conditions : [];

    private static BoundVariable? VariableOf(ElementDraft draft) => draft switch
    {
        NodeDraft node => node.Declared.Variable,
        EdgeDraft edge => edge.Declared.Variable,
        _ => null,
    };
}
