namespace Graph.Query.Binding;

/// <summary>Labels and relation types that a query writes as texts: what the graph does not have, no text of it equals.</summary>
internal sealed partial class ExpressionBinder
{
    // type(r) = 'KNOWS'
    private void CheckTypeText(BoundExpression call, BoundExpression text)
    {
        if (call is BoundCall { Function.Name: "type" }
            && FindText(text) is { } name
            && !context.Catalog.HasRelationType(name))
            Diagnostics.UnknownTypeText(text.Span, name, context.Catalog);
    }

    // 'Person' IN labels(n)
    private void CheckLabelText(BoundExpression text, BoundExpression call)
    {
        if (call is BoundCall { Function.Name: "labels" } && FindText(text) is { } name && !context.Catalog.HasLabel(name))
            Diagnostics.UnknownLabelText(text.Span, name, context.Catalog);
    }

    private static string? FindText(BoundExpression expression) =>
        expression is BoundConstant { Value: { Kind: ValueKind.String } value } ? value.AsString() : null;
}
