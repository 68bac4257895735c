using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// <c>STARTS WITH</c>, <c>ENDS WITH</c>, <c>CONTAINS</c> and <c>=~</c> of a property, of it in small or capital letters, or of what is made
/// of it, against a text that is the same for every row, or one against another: tested on the UTF-8 of the columns. Anything else row
/// by row.
/// </summary>
/// <param name="byRow">The same test for any two values.</param>
/// <param name="byColumns">The same for what was computed already, where letters stay as they are; else null.</param>
internal sealed class TextTestExpression(
    TextTestKind kind,
    LetterCase letterCase,
    CompiledExpression byRow,
    CallExpression? byColumns,
    CompiledExpression tested,
    CompiledExpression pattern,
    TextSpan span)
    : CompiledExpression(span)
{
    // Several threads may set it, each to the same.
    private volatile LastTest? last;

    /// <summary>The test, what is tested and the text that an expression is made of; null for another expression.</summary>
    public static (TextTestKind Kind, LetterCase LetterCase, BoundExpression Tested, BoundExpression Pattern)? Find(
        BoundExpression expression)
    {
        (TextTestKind Kind, BoundExpression Text, BoundExpression Pattern)? test = expression switch
        {
            BoundCall { Function.Name: "STARTS WITH", Arguments: [var text, var pattern] } => (TextTestKind.StartsWith, text, pattern),
            BoundCall { Function.Name: "ENDS WITH", Arguments: [var text, var pattern] } => (TextTestKind.EndsWith, text, pattern),
            BoundCall { Function.Name: "CONTAINS", Arguments: [var text, var pattern] } => (TextTestKind.Contains, text, pattern),
            BoundCall { Function.Name: "=~", Arguments: [var text, var pattern] } => (TextTestKind.Matches, text, pattern),
            BoundComparison { Operator: ComparisonOperator.Equal, Left: BoundCall text, Right: var pattern } =>
                (TextTestKind.Equal, text, pattern),
            _ => null,
        };
        return test?.Text switch
        {
            BoundProperty property => (test.Value.Kind, LetterCase.AsWritten, property, test.Value.Pattern),
            BoundCall { Function.Name: "toLower", Arguments: [BoundProperty property] } =>
                (test.Value.Kind, LetterCase.Lower, property, test.Value.Pattern),
            BoundCall { Function.Name: "toUpper", Arguments: [BoundProperty property] } =>
                (test.Value.Kind, LetterCase.Upper, property, test.Value.Pattern),
            { } made when test.Value.Kind != TextTestKind.Equal && TextCallExpression.MakesText(made) =>
                (test.Value.Kind, LetterCase.AsWritten, made, test.Value.Pattern),
            _ => null,
        };
    }

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var texts = pattern.Evaluate(state, batch);
        var test = texts is ConstantColumn { Value: { Kind: ValueKind.String } text } ? GetTest(text.AsString()) : null;
        if (test is null && byColumns is null)
            return byRow.Evaluate(state, batch);

        var column = tested.Evaluate(state, batch);
        var truths = new Truth[batch.Count];
        if (test is not null && column.TryTestText(test, truths))
            return new TruthColumn(truths);
        if (byColumns is null)
            return byRow.Evaluate(state, batch);
        return column.AreTexts && texts.AreTexts && TextTest.FindPlain(kind) is { } holds
            ? TestPairs(column, texts, holds, truths)
            : byColumns.Apply(state, batch.Count, column, texts);
    }

    private static TruthColumn TestPairs(Column column, Column texts, TextPairTest holds, Truth[] truths)
    {
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = !column.TryGetUtf8(row, out var utf8) || !texts.TryGetUtf8(row, out var other) ? Truth.Unknown
                : holds(utf8, other) ? Truth.True
                : Truth.False;
        }

        return new TruthColumn(truths);
    }

    private TextTest? GetTest(string text)
    {
        var known = last;
        if (known is null || known.Pattern != text)
            last = known = new LastTest(text, TextTest.TryCreate(kind, letterCase, text));
        return known.Test;
    }

    private sealed record LastTest(string Pattern, TextTest? Test);
}
