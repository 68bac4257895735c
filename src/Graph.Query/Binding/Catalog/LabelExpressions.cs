using System.Diagnostics;
using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>What can be said of a label expression without data.</summary>
internal static class LabelExpressions
{
    public static bool Matches(this LabelExpression expression, ImmutableArray<string> labels) => expression switch
    {
        LabelName name => labels.Contains(name.Name),
        AnyLabel => labels.Length > 0,
        LabelNot not => !not.Operand.Matches(labels),
        LabelAnd and => MatchesAll(and.Operands, labels),
        LabelOr or => MatchesAny(or.Operands, labels),
        _ => throw new UnreachableException(),
    };

    // Apart, as what a lambda captures would be made for each single name too.
    private static bool MatchesAll(ImmutableArray<LabelExpression> operands, ImmutableArray<string> labels) =>
        operands.All(operand => operand.Matches(labels));

    private static bool MatchesAny(ImmutableArray<LabelExpression> operands, ImmutableArray<string> labels) =>
        operands.Any(operand => operand.Matches(labels));

    /// <summary>As it is written, whether or not the graph has the names.</summary>
    public static LabelExpression Of(LabelExpressionSyntax syntax) => syntax switch
    {
        LabelNameSyntax name => new LabelName(name.Name.Text),
        LabelWildcardSyntax => new AnyLabel(),
        LabelNotSyntax not => new LabelNot(Of(not.Operand)),
        LabelAndSyntax and => new LabelAnd([.. and.Operands.Select(Of)]),
        LabelOrSyntax or => new LabelOr([.. or.Operands.Select(Of)]),
        _ => throw new UnreachableException(),
    };

    /// <summary>The same for one label, as a relation has one.</summary>
    public static bool MatchesOne(this LabelExpression expression, string label) =>
        expression is LabelName name ? name.Name == label : expression.Matches([label]);

    /// <summary>True where no relation type fulfils the condition, as a relation has exactly one: <c>A&amp;B</c>, <c>!%</c>.</summary>
    public static bool IsImpossibleForOne(this LabelExpression types) =>
        types is not LabelName && !NamesIn(types).Prepend("").Any(name => types.MatchesOne(name));

    /// <summary>Both conditions, either of which may be absent.</summary>
    public static LabelExpression? And(LabelExpression? left, LabelExpression? right)
    {
        if (left is null || right is null)
            return left ?? right;

        return new LabelAnd([.. OperandsOf(left), .. OperandsOf(right)]);
    }

    /// <summary>As the language writes it, without the colon.</summary>
    public static string Format(LabelExpression expression) => expression switch
    {
        LabelName name => name.Name,
        AnyLabel => "%",
        LabelNot not => $"!{FormatOperand(not.Operand)}",
        LabelAnd and => string.Join('&', and.Operands.Select(FormatOperand)),
        LabelOr or => string.Join('|', or.Operands.Select(Format)),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> NamesIn(LabelExpression expression) => expression switch
    {
        LabelName name => [name.Name],
        LabelNot not => NamesIn(not.Operand),
        LabelAnd and => and.Operands.SelectMany(NamesIn),
        LabelOr or => or.Operands.SelectMany(NamesIn),
        _ => [],
    };

    private static string FormatOperand(LabelExpression operand) =>
        operand is LabelAnd or LabelOr ? $"({Format(operand)})" : Format(operand);

    private static ImmutableArray<LabelExpression> OperandsOf(LabelExpression expression) =>
        expression is LabelAnd and ? and.Operands : [expression];
}
