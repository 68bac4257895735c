using System.Diagnostics;

namespace Graph.Query.Syntax;

/// <summary>Patterns and their parts as text.</summary>
internal static class PatternPrinter
{
    public static string Print(SyntaxNode node) => node switch
    {
        PatternSyntax whole => Assignment(whole.Variable) + Prefix(whole.Prefix) + Print(whole.Path),
        PathPrefixSyntax prefix => Prefix(prefix).TrimEnd(),
        PathSyntax path => Path(path),
        NodePatternSyntax pattern => $"({Filler(pattern.Variable, pattern.Labels, "", pattern.Properties, pattern.Where)})",
        RelationshipPatternSyntax relation => Relationship(relation),
        ParenthesizedPathSyntax path =>
            $"({Assignment(path.Variable)}{Print(path.Path)}{SyntaxPrinter.Where(path.Where)}){Quantifier(path.Quantifier)}",
        LengthSyntax length => Length(length),
        QuantifierSyntax quantifier => Quantifier(quantifier),
        _ => throw new UnreachableException(),
    };

    private static string Assignment(NameSyntax? variable) => variable is null ? "" : $"{SyntaxPrinter.Variable(variable)} = ";

    private static string Prefix(PathPrefixSyntax? prefix)
    {
        if (prefix is null)
            return "";
        var count = prefix.Count is { } value ? $"{ExpressionPrinter.Print(value)} " : "";
        var mode = prefix.Mode is { } kind ? $"{kind.ToString().ToUpperInvariant()} " : "";
        return prefix.Selector switch
        {
            PathSelectorKind.All when prefix.Mode is not null => mode,
            PathSelectorKind.All => "ALL ",
            PathSelectorKind.Any => $"ANY {count}{mode}",
            PathSelectorKind.AllShortest => $"ALL SHORTEST {mode}",
            PathSelectorKind.ShortestGroups => $"SHORTEST {count}{mode}GROUPS ",
            _ when prefix.Count is null => $"ANY SHORTEST {mode}",
            _ => $"SHORTEST {count}{mode}",
        };
    }

    private static string Path(PathSyntax path)
    {
        var elements = string.Concat(path.Elements.Select(Print));
        return path.Function switch
        {
            ShortestPathFunction.ShortestPath => $"shortestPath({elements})",
            ShortestPathFunction.AllShortestPaths => $"allShortestPaths({elements})",
            _ => elements,
        };
    }

    private static string Relationship(RelationshipPatternSyntax relation)
    {
        var filler = Filler(relation.Variable, relation.Types, Length(relation.Length), relation.Properties, relation.Where);
        var inside = filler == "" ? "" : $"[{filler}]";
        var (left, right) = relation.Direction switch
        {
            EdgeDirection.Left => ("<-", "-"),
            EdgeDirection.Right => ("-", "->"),
            _ => ("-", "-"),
        };
        return left + inside + right + Quantifier(relation.Quantifier);
    }

    private static string Filler(
        NameSyntax? variable, LabelExpressionSyntax? labels, string length, ExpressionSyntax? properties, ExpressionSyntax? where)
    {
        var name = variable is null ? "" : SyntaxPrinter.Variable(variable);
        var label = labels is null ? "" : ":" + LabelPrinter.Print(labels);
        var map = properties is null ? "" : " " + ExpressionPrinter.Print(properties);
        return (name + label + length + map + SyntaxPrinter.Where(where)).TrimStart();
    }

    private static string Length(LengthSyntax? length) => length switch
    {
        null => "",
        { Minimum: null, Maximum: null } => "*",
        _ when length.Minimum == length.Maximum => $"*{length.Minimum}",
        _ => $"*{length.Minimum}..{length.Maximum}",
    };

    private static string Quantifier(QuantifierSyntax? quantifier) => quantifier switch
    {
        null => "",
        { Minimum: 0, Maximum: null } => "*",
        { Minimum: 1, Maximum: null } => "+",
        _ when quantifier.Minimum == quantifier.Maximum => $"{{{quantifier.Minimum}}}",
        _ => $"{{{quantifier.Minimum},{quantifier.Maximum}}}",
    };
}
