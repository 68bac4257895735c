namespace Graph.Query.Binding;

/// <summary>For a column of a clause, which does not see the others: knows their names, to say what to write.</summary>
internal sealed class SiblingScope(Scope parent, IEnumerable<string> others, string clause) : NestedScope(parent)
{
    public override string? ClauseDefining(string name) => others.Contains(name) ? clause : Parent.ClauseDefining(name);
}
