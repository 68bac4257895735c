using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>A variable and static keys: <c>v</c>, <c>v.name</c>, <c>m.a.b</c>. Only these are recognized as grouping keys.</summary>
internal sealed record PropertyPath(string Root, string[] Keys)
{
    public static PropertyPath? TryRead(ExpressionSyntax syntax)
    {
        var keys = new List<string>();
        while (syntax is PropertySyntax property)
        {
            keys.Add(property.Key.Text);
            syntax = property.Target;
        }

        if (syntax is not VariableSyntax variable)
            return null;

        keys.Reverse();
        return new PropertyPath(variable.Name, keys.ToArray());
    }

    public bool Is(string root, ReadOnlySpan<string> keys) => Root == root && keys.SequenceEqual(Keys);
}
