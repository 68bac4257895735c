using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>What can be said of literals and types that meet: dates against strings, regular expressions.</summary>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] RegularExpressionSigns = [".*", ".+", ".?", "\\d", "\\w", "\\s", "\\b", "[", "(?"];

    private void CheckDateAgainstString(BoundExpression date, BoundExpression text)
    {
        if (date.Type.Kind == TypeKind.Date && text.Type.Kind == TypeKind.String)
            Diagnostics.DateAgainstString(text.Span, SuggestDate(text));
    }

    private void CheckDateInList(BoundExpression item, BoundExpression list)
    {
        if (list is BoundList literal)
        {
            foreach (var element in literal.Items)
            {
                CheckDateAgainstString(item, element);
                CheckDateAgainstString(element, item);
            }
        }
        else if (item.Type.Kind == TypeKind.String && TypeLattice.ElementOf(list.Type).Kind == TypeKind.Date)
        {
            Diagnostics.DateAgainstString(item.Span, SuggestDate(item));
        }
    }

    private string SuggestDate(BoundExpression text) =>
        text is BoundConstant { Value.Kind: ValueKind.String } constant
            ? $"date('{constant.Value.AsString()}')"
            : $"date({context.Source.GetText(text.Span)})";

    private void CheckRegularExpression(BoundExpression pattern)
    {
        if (pattern is not BoundConstant { Value.Kind: ValueKind.String } text)
            return;

        if (!RegularExpressions.TryGet(text.Value.AsString(), out _, out var reason))
            Diagnostics.UnsupportedRegularExpression(pattern.Span, reason);
    }

    private void CheckDate(BoundExpression argument)
    {
        context.Parameters.Expect(argument, StaticType.String);
        if (argument is not BoundConstant { Value.Kind: ValueKind.String } text)
            return;

        if (!PartialDate.TryParse(text.Value.AsString(), out _, out var reason))
            Diagnostics.InvalidDate(argument.Span, text.Value.AsString(), reason);
    }

    private static bool LooksLikeRegularExpression(string text) =>
        text.StartsWith('^') || text.EndsWith('$') || RegularExpressionSigns.Any(sign => text.Contains(sign, StringComparison.Ordinal));
}
