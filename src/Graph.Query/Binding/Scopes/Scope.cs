namespace Graph.Query.Binding;

/// <summary>The names that an expression may use.</summary>
internal abstract class Scope
{
    public abstract NameLookup Find(string name);

    /// <summary>The names to suggest for one that is not there, nearest scope first.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>The grouping key that stands for <c>root.path[0].path[1]...</c>, or null.</summary>
    public abstract BoundVariable? FindKey(string root, ReadOnlySpan<string> path);

    /// <summary>What is known of the labels, or the relation type, of a variable; null for nothing.</summary>
    public abstract LabelExpression? LabelsOf(BoundVariable variable);

    /// <summary>The clause that defines the name only for what follows it, or null.</summary>
    public virtual string? ClauseDefining(string name) => null;

    /// <summary>Tells the scopes between here and the variable's own that an expression uses it.</summary>
    public abstract void Mention(BoundVariable variable);
}

/// <summary>A scope inside another that answers some names itself.</summary>
internal abstract class NestedScope(Scope parent) : Scope
{
    protected Scope Parent => parent;

    public override IEnumerable<string> Names => parent.Names;

    public override NameLookup Find(string name) => parent.Find(name);

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path) => parent.FindKey(root, path);

    public override LabelExpression? LabelsOf(BoundVariable variable) => parent.LabelsOf(variable);

    public override string? ClauseDefining(string name) => parent.ClauseDefining(name);

    public override void Mention(BoundVariable variable) => parent.Mention(variable);
}

/// <summary>One variable of a comprehension, quantifier or reduce; it shadows a name outside.</summary>
internal sealed class LocalScope(BoundVariable variable, Scope parent) : NestedScope(parent)
{
    public override IEnumerable<string> Names => [variable.Name, .. Parent.Names];

    public override NameLookup Find(string name) => name == variable.Name ? new FoundName(variable) : Parent.Find(name);

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path) =>
        root == variable.Name ? null : Parent.FindKey(root, path);

    public override void Mention(BoundVariable mentioned)
    {
        if (!ReferenceEquals(mentioned, variable))
            Parent.Mention(mentioned);
    }
}

/// <summary>Keeps the variables from outside that the expressions inside use, in the order of their first use.</summary>
internal sealed class RecordingScope(Scope parent) : NestedScope(parent)
{
    private readonly List<BoundVariable> mentioned = [];
    private readonly HashSet<BoundVariable> seen = [];

    public IReadOnlyList<BoundVariable> Mentioned => mentioned;

    public override void Mention(BoundVariable variable)
    {
        if (seen.Add(variable))
            mentioned.Add(variable);
        Parent.Mention(variable);
    }
}

/// <summary>For SKIP and LIMIT: knows no variables, and says so.</summary>
internal sealed class ConstantScope(string clause) : Scope
{
    public override IEnumerable<string> Names => [];

    public override NameLookup Find(string name) => new NotConstantName(clause);

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path) => null;

    public override LabelExpression? LabelsOf(BoundVariable variable) => null;

    public override void Mention(BoundVariable variable)
    {
    }
}
