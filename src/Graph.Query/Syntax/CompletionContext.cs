using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>A name that the statement has brought in, with the labels or relation types that its patterns give it.</summary>
/// <param name="Labels">In the order of the text, negated ones too; empty where no pattern names one.</param>
/// <param name="Conditions">The label expressions of its patterns, all of which it must fulfil.</param>
internal sealed record CompletionVariable(
    string Name, bool IsRelation, ImmutableArray<string> Labels, ImmutableArray<LabelExpressionSyntax> Conditions)
{
    /// <summary>It stands in a pattern, so that it is a node or a relation.</summary>
    public bool IsElement { get; init; }
}

/// <summary>
/// What may stand at a place of a text that is still being written. The grammar itself says so, by what it tried there
/// and by the names that it read before.
/// </summary>
/// <param name="Word">What was already written of the word at the place; empty where it has not begun.</param>
/// <param name="Expected">Empty inside a string or a comment, and behind a mistake.</param>
/// <param name="Variables">The names before the place, in the order of the text, each once.</param>
/// <param name="Owner">Where a property is expected: what it would belong to, if that is a variable or the pattern around the
/// place.</param>
/// <param name="Step">The step of a path that the place belongs to: where labels or types of its next element are expected; else
/// null.</param>
internal sealed record CompletionContext(
    TextSpan Word,
    ImmutableArray<Expectation> Expected,
    ImmutableArray<CompletionVariable> Variables,
    CompletionVariable? Owner,
    CompletionStep? Step)
{
    /// <summary>Of an owner that is a node: the step of a path that has it as its end; null where no pattern has one.</summary>
    public CompletionStep? OwnerStep { get; init; }

    /// <param name="position">In UTF-16 units; what stands behind it is not looked at.</param>
    public static CompletionContext At(SourceText source, int position)
    {
        var word = TextSpan.FromBounds(WordStart(source.Text, position), position);
        var before = new SourceText(source.Text[..word.Start]);
        var context = new ParseContext(before, QueryGrammar.Comments, LastStatement(before));
        TextParse.Run(QueryGrammar.Statement, context);
        var variables = FindVariables(context);
        ImmutableArray<Expectation> expected = context.HasFault || IsInLineComment(context) ? [] : [.. context.ExpectedAt(context.End)];
        var owner = FindOwner(context, variables);
        return new CompletionContext(word, expected, variables, owner, CompletionStep.Find(context, variables))
        {
            OwnerStep = owner is { IsElement: true, IsRelation: false, Name: not "" }
                ? CompletionStep.FindTo(owner.Name, context, variables)
                : null,
        };
    }

    public bool Expects(ExpectationKind kind) => Expected.Any(expected => expected.Kind == kind);

    /// <summary>The statement that the end of the text belongs to; empty behind a <c>;</c>.</summary>
    private static TextSpan LastStatement(SourceText source)
    {
        var end = source.Text.Length;
        if (StatementSplitter.Split(source) is not [.., var last])
            return new TextSpan(0, end);
        if (last is { IsOpen: false, Span: { Length: > 0 } span } && source.Text[span.End - 1] == ';')
            return TextSpan.FromBounds(span.End, end);

        return TextSpan.FromBounds(last.Above is [var comment, ..] ? comment.Start : last.Span.Start, end);
    }

    private static bool IsInLineComment(ParseContext context) =>
        context.Comments is [.., var last] && last.End == context.End && context.Text[last.Start + 1] == '/';

    private static ImmutableArray<CompletionVariable> FindVariables(ParseContext context)
    {
        var variables = new List<CompletionVariable>();
        foreach (var found in context.Findings.Select(Describe).OfType<CompletionVariable>().Where(found => found.Name != ""))
        {
            var index = variables.FindIndex(known => known.Name == found.Name);
            if (index < 0)
                variables.Add(found);
            else
                variables[index] = found with
                {
                    Labels = [.. variables[index].Labels.Union(found.Labels)],
                    Conditions = [.. variables[index].Conditions.Union(found.Conditions)],
                    IsElement = variables[index].IsElement || found.IsElement,
                };
        }

        return [.. variables];
    }

    private static CompletionVariable? Describe(object finding) => finding switch
    {
        NameSyntax name => new CompletionVariable(name.Text, false, [], []),
        ElementHead head => new CompletionVariable(
            head.Variable?.Text ?? "",
            head.IsRelation,
            [.. head.Labels is null ? [] : Names(head.Labels)],
            head.Labels is null ? [] : [head.Labels])
        {
            IsElement = true,
        },
        _ => null,
    };

    private static IEnumerable<string> Names(LabelExpressionSyntax labels) => labels switch
    {
        LabelNameSyntax name => [name.Name.Text],
        LabelNotSyntax not => Names(not.Operand),
        LabelAndSyntax and => and.Operands.SelectMany(Names),
        LabelOrSyntax or => or.Operands.SelectMany(Names),
        _ => [],
    };

    private static CompletionVariable? FindOwner(ParseContext context, ImmutableArray<CompletionVariable> variables)
    {
        var text = context.Text.AsSpan(context.Start, context.End - context.Start).TrimEnd();
        if (text.EndsWith("."))
        {
            var target = text[..^1].TrimEnd();
            var start = WordStart(context.Text, context.Start + target.Length);
            var name = target[(start - context.Start)..].ToString();
            return variables.FirstOrDefault(variable => variable.Name == name);
        }

        var brace = context.Brackets.EnclosingOpen(context.End);
        var head = context.Findings.OfType<ElementHead>().LastOrDefault(head => head.End.Position == brace);
        var owner = head is null ? null : Describe(head);
        return variables.FirstOrDefault(variable => variable.Name == owner?.Name) ?? owner;
    }

    private static int WordStart(string text, int position)
    {
        while (position > 0 && Characters.IsWordPart(text, position - 1, text.Length))
            position--;
        return position;
    }
}
