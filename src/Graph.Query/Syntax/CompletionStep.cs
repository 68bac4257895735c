using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>The step of a path that is being written: from a node, along a relation, to another node.</summary>
/// <param name="Start">What is known of the node it starts from: label expressions, all of which it fulfils.</param>
/// <param name="Direction">Of the relation; Right where only its beginning, <c>-[</c>, is there, which may still become undirected.</param>
/// <param name="Relation">Null where the place is inside of it.</param>
/// <param name="Repeats">Several relations may follow each other, so that other nodes lie between.</param>
/// <param name="MayBeEmpty">No relation need be walked, so that both nodes may be the same.</param>
internal sealed record CompletionStep(
    ImmutableArray<LabelExpressionSyntax> Start,
    EdgeDirection Direction,
    RelationshipPatternSyntax? Relation,
    bool Repeats,
    bool MayBeEmpty)
{
    /// <summary>Null where the end of the text is not among the labels or types of an element behind another.</summary>
    public static CompletionStep? Find(ParseContext context, ImmutableArray<CompletionVariable> variables)
    {
        if (context.Brackets.EnclosingOpen(context.End) is not { } open
            || !IsAmongLabels(context.Text.AsSpan(open + 1, context.End - open - 1)))
            return null;

        return context.Text[open] switch
        {
            '(' => FindBeforeNode(context, variables, open),
            '[' => FindBeforeRelation(context, variables, open),
            _ => null,
        };
    }

    /// <summary>
    /// The step by which a path comes to the node of a variable, or goes on from it, then read backwards; null where no pattern has one.
    /// </summary>
    public static CompletionStep? FindTo(string variable, ParseContext context, ImmutableArray<CompletionVariable> variables)
    {
        var nodes = context.Findings.OfType<NodePatternSyntax>().Where(node => node.Variable?.Text == variable).ToList();
        return nodes.Select(node => FindBeforeNode(context, variables, node.Span.Start)).FirstOrDefault(step => step is not null)
            ?? nodes.Select(node => FindBehindNode(context, variables, node.Span.End)).FirstOrDefault(step => step is not null);
    }

    private static CompletionStep? FindBehindNode(ParseContext context, ImmutableArray<CompletionVariable> variables, int end)
    {
        var relation = context.Findings.OfType<RelationshipPatternSyntax>()
            .FirstOrDefault(relation => relation.Span.Start >= end && context.Text.AsSpan(end, relation.Span.Start - end).IsWhiteSpace());
        var next = relation is null
            ? null
            : context.Findings
                .OfType<NodePatternSyntax>()
                .Where(node => node.Span.Start >= relation.Span.End)
                .MinBy(node => node.Span.Start);
        if (relation is null || next is null || FindBeforeNode(context, variables, next.Span.Start) is not { } step)
            return null;

        var backwards = step.Direction switch
        {
            EdgeDirection.Left => EdgeDirection.Right,
            EdgeDirection.Right => EdgeDirection.Left,
            var both => both,
        };
        return step with { Start = GetConditions(next, variables), Direction = backwards };
    }

    /// <summary>At most a variable stands before the first colon, or before IS.</summary>
    private static bool IsAmongLabels(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var front = colon < 0 ? text : text[..colon];
        var words = 0;
        foreach (var part in front.SplitAny(' ', '\t', '\r', '\n'))
        {
            var word = front[part];
            if (word.IsEmpty)
                continue;
            if (colon < 0 && word.Equals("IS", StringComparison.OrdinalIgnoreCase))
                return words <= 1;
            words++;
        }

        return colon >= 0 && words <= 1;
    }

    private static CompletionStep? FindBeforeNode(ParseContext context, ImmutableArray<CompletionVariable> variables, int open)
    {
        if (context.Findings.OfType<RelationshipPatternSyntax>().LastOrDefault(relation => relation.Span.End <= open) is not { } relation)
            return null;

        var quantifier = context.Text.AsSpan(relation.Span.End, open - relation.Span.End).Trim();
        if (!quantifier.IsEmpty && quantifier is not ("+" or "*" or ['{', .., '}']))
            return null;

        var node = FindNodeBefore(context, relation.Span.Start);
        var repeats = !quantifier.IsEmpty || relation.Length is not null;
        return new CompletionStep(
            node is null ? [] : GetConditions(node, variables),
            relation.Direction,
            relation,
            repeats,
            relation.Length is { Minimum: 0 } || MayBeNone(quantifier));
    }

    private static CompletionStep? FindBeforeRelation(ParseContext context, ImmutableArray<CompletionVariable> variables, int open)
    {
        var dash = context.Text.AsSpan(0, open).TrimEnd();
        if (!dash.EndsWith("-"))
            return null;

        var front = dash[..^1].TrimEnd();
        var isLeft = front.EndsWith("<");
        return FindNodeBefore(context, isLeft ? front.Length - 1 : front.Length) is { } node
            ? new CompletionStep(
                GetConditions(node, variables), isLeft ? EdgeDirection.Left : EdgeDirection.Right, null, Repeats: false, MayBeEmpty: false)
            : null;
    }

    private static bool MayBeNone(ReadOnlySpan<char> quantifier) =>
        quantifier is "*" || (quantifier is ['{', ..] && quantifier[1..].TrimStart() is [',', ..] or ['0', ..]);

    /// <summary>The node pattern that ends here, with nothing but blanks between.</summary>
    private static NodePatternSyntax? FindNodeBefore(ParseContext context, int position) => context.Findings.OfType<NodePatternSyntax>()
        .LastOrDefault(node => node.Span.End <= position && context.Text.AsSpan(node.Span.End, position - node.Span.End).IsWhiteSpace());

    private static ImmutableArray<LabelExpressionSyntax> GetConditions(NodePatternSyntax node, ImmutableArray<CompletionVariable> variables)
    {
        if (node.Variable is { } name && variables.FirstOrDefault(variable => variable.Name == name.Text) is { } known)
            return known.Conditions;
        return node.Labels is { } labels ? [labels] : [];
    }
}
