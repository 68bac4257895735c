namespace Graph.Query.Syntax;

/// <summary>Label expressions as text, without the colon or <c>IS</c> before them.</summary>
internal static class LabelPrinter
{
    /// <summary>As openCypher where the tree says so, else with GQL's signs.</summary>
    public static string Print(LabelExpressionSyntax labels) => labels switch
    {
        LabelAndSyntax { Colons: true } and => string.Join(':', and.Operands.Select(Print)),
        LabelOrSyntax { Colons: true } or => string.Join("|:", or.Operands.Select(Print)),
        _ => PrintSigns(labels, Print),
    };

    /// <summary>With GQL's signs only, also where the text had colons.</summary>
    public static string PrintWithSigns(LabelExpressionSyntax labels) => PrintSigns(labels, PrintWithSigns);

    private static string PrintSigns(LabelExpressionSyntax labels, Func<LabelExpressionSyntax, string> print) => labels switch
    {
        LabelNameSyntax name => QueryWords.Quote(name.Name.Text),
        LabelWildcardSyntax => "%",
        LabelNotSyntax not => "!" + Nested(not.Operand, not.Operand is LabelAndSyntax or LabelOrSyntax, print),
        LabelAndSyntax and => string.Join('&', and.Operands.Select(o => Nested(o, o is LabelAndSyntax or LabelOrSyntax, print))),
        LabelOrSyntax or => string.Join('|', or.Operands.Select(o => Nested(o, o is LabelOrSyntax, print))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Nested(LabelExpressionSyntax labels, bool isLooser, Func<LabelExpressionSyntax, string> print) =>
        isLooser ? $"({print(labels)})" : print(labels);
}
