namespace Graph.Query.Binding;

/// <summary>The names that a CALL takes from outside; the others are not seen inside.</summary>
internal sealed class ImportScope(Scope parent, IReadOnlySet<string> imports) : NestedScope(parent)
{
    public override IEnumerable<string> Names => Parent.Names.Where(imports.Contains);

    public override NameLookup Find(string name) => (Parent.Find(name), imports.Contains(name)) switch
    {
        (var known, true) => known,
        (FoundName, false) => NameLookup.NotImported,
        _ => NameLookup.Unknown,
    };

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path) =>
        imports.Contains(root) ? Parent.FindKey(root, path) : null;
}
