using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>The names that a part of a pattern mentions as variables of its elements.</summary>
internal static class MentionedNames
{
    public static IReadOnlySet<string> Collect(ParenthesizedPathSyntax syntax)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(syntax, names);
        return names;
    }

    private static void Collect(PathElementSyntax element, HashSet<string> names)
    {
        var variable = element switch
        {
            NodePatternSyntax node => node.Variable,
            RelationshipPatternSyntax relationship => relationship.Variable,
            ParenthesizedPathSyntax part => part.Variable,
            _ => null,
        };
        if (variable is not null)
            names.Add(variable.Text);
        if (element is not ParenthesizedPathSyntax path)
            return;

        foreach (var inner in path.Path.Elements)
            Collect(inner, names);
    }
}
