using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>
/// The path of a MATCH: nodes, relations and paths in brackets. Two nodes need a relation between them, and a single relation
/// needs a node at each side; what repeats has nodes of its own.
/// </summary>
internal static class PathGrammar
{
    private static readonly Parser<PathElementSyntax> Node = ElementGrammar.Node;

    private static readonly Parser<PathElementSyntax> Relationship = Sequence.Of(
        ElementGrammar.Relationship,
        ElementGrammar.Quantifier,
        PathElementSyntax (relation, quantifier, extent) => Repeated(relation, quantifier, extent));

    private static readonly Parser<PathElementSyntax> ParenthesizedPath = Combinators.When(
        IsParenthesizedPathAhead, (IInput input) => PatternGrammar.ParenthesizedPath(input));

    private static readonly Parser<PathElementSyntax> AfterNode = Combinators.Choice(Relationship, ParenthesizedPath);

    private static readonly Parser<PathElementSyntax> AfterRelation = Combinators.Choice(ParenthesizedPath, Node);

    // A relation may follow another only where one of them repeats, which its end tells; nobody should be told to write one here.
    private static readonly Parser<PathElementSyntax> AfterSingleRelation = Combinators.Choice(
        AfterRelation, Combinators.When(next => next.Sees("-") || next.Sees("<"), Relationship));

    private static readonly Parser<PathElementSyntax> AfterRepetition = Combinators.Choice(ParenthesizedPath, Node, Relationship);

    public static IResult<PathSyntax> Path(IInput input)
    {
        var place = (ParseInput)input;
        var elements = new List<PathElementSyntax>();
        while (true)
        {
            var element = Next(elements)(place);
            if (element.WasSuccessful)
            {
                if (IsSingle(element.Value) && !MayHaveRelation(elements))
                    return NodeMissing(place);
                elements.Add(element.Value);
                place = element.Place();
                continue;
            }

            if (elements.Count == 0 || IsSingle(elements[^1]) || element.IsCommitted(place))
                return Outcome.Failure<PathSyntax>(element.Place());
            return Outcome.Success(new PathSyntax(Tokens.List(elements)) { Span = ((ParseInput)input).SpanTo(place) }, place);
        }
    }

    private static Parser<PathElementSyntax> Next(List<PathElementSyntax> elements) => elements switch
    {
        [.., NodePatternSyntax] => AfterNode,
        [.., RelationshipPatternSyntax] when IsSingle(elements[^1]) => AfterSingleRelation,
        _ => AfterRepetition,
    };

    private static bool IsSingle(PathElementSyntax element) => element is RelationshipPatternSyntax { Quantifier: null };

    private static bool MayHaveRelation(List<PathElementSyntax> elements) => elements.Count > 0 && !IsSingle(elements[^1]);

    // As if the relation had not been tried: a node was expected where it begins.
    private static IResult<PathSyntax> NodeMissing(ParseInput place)
    {
        var context = place.Context;
        var span = new TextSpan(place.Position, 1);
        return Outcome.Fault<PathSyntax>(
            place, SyntaxDiagnostics.Unexpected(context.Source, span, context.Source.GetText(span), ["'('"], ""));
    }

    private static PathElementSyntax Repeated(RelationshipPatternSyntax relation, QuantifierSyntax? quantifier, Extent extent)
    {
        if (quantifier is null)
            return relation;
        if (relation.Length is not null)
            extent.Context.Fail(SyntaxDiagnostics.LengthAndQuantifier(extent.Source, quantifier.Span));
        return relation with { Quantifier = quantifier, Span = extent };
    }

    // A node pattern begins with a name, a label, a map, WHERE or its closing bracket, a path in brackets with none of these.
    private static bool IsParenthesizedPathAhead(Lookahead next)
    {
        var inside = next.Symbol("(");
        var afterName = inside.Name(QueryWords.IsReserved);
        return inside.Sees("(") || inside.Sees("-") || inside.Sees("<") || afterName.Sees("=") || PathPrefixGrammar.IsModeAhead(inside);
    }
}
